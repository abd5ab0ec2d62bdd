// Builds what is published, packs it, and looks at it as publint and "are the types wrong" do.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const root = fileURLToPath(new URL("..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "portreuse-lint-"));
const shell = process.platform === "win32";
let problems = 0;

try {
  execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
  for (const folder of ["rules", "server"]) {
    const pkgDir = join(root, folder);
    const { messages, pkg } = await publint({ pkgDir, level: "suggestion", strict: true });
    for (const message of messages) {
      problems++;
      console.log(`${folder}: ${formatMessage(message, pkg, { color: false })}`);
    }
  }
  // Only the plugin has types; the command line and the server are programs.
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", temporary, "--workspace", "rules"], {
    cwd: root,
    encoding: "utf8",
    shell,
  });
  const tarball = join(temporary, filesIn(JSON.parse(packed))[0].filename);
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [attw, tarball, "--format", "ascii", "--no-color", "--no-emoji"],
    { encoding: "utf8" },
  );
  if (status !== 0) {
    problems++;
    console.log(stdout, stderr);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
console.log(problems === 0 ? "The packages are in order." : `${problems} problems.`);
process.exitCode = problems > 0 ? 1 : 0;

/** npm 11 gives a list, later ones an object by name. */
function filesIn(answer) {
  return Array.isArray(answer) ? answer : Object.values(answer);
}
