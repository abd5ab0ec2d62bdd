// Everything about the packaged extension: what is in it, and what it does in a real editor.
// `npm run test:e2e -- PATTERN` runs only the tests whose title matches; `--built` takes portreuse.vsix as it is.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { canHaveEditor, ensureEditor, root } from "./install.ts";
import { forgetTimes, notedTimes } from "./times.ts";

const args = process.argv.slice(2);
const pattern = args.find((arg) => !arg.startsWith("--"));
let passed = 0;
let failed = 0;

if (!args.includes("--built") && (await run("npm", ["run", "--silent", "package"])).code !== 0)
  finish("The extension could not be packaged.");
if (!existsSync(join(root, "portreuse.vsix"))) finish("There is no portreuse.vsix: npm run package makes it.");
forgetTimes();
await mocha("client/test/vsix.e2e.ts", "client/test/manifest.e2e.ts", "client/test/status.e2e.ts");
if (!canHaveEditor) {
  console.log(
    `Not run: the tests in a real editor, for they need code-server and Chromium on Linux (x64 or arm64), and this is ${process.platform} ${process.arch}.`,
  );
} else {
  try {
    await ensureEditor();
  } catch (error) {
    finish(error instanceof Error ? error.message : String(error));
  }
  await mocha("client/test/host.e2e.ts");
  await mocha("client/test/person.e2e.ts", "client/test/newcomer.e2e.ts");
  await mocha("client/test/security.e2e.ts");
  const times = notedTimes();
  if (times !== "") console.log(`Times on this machine:\n${times.replace(/^/gm, "  ").trimEnd()}\n`);
}
finish();

/** Adds up what mocha counts; a run that ends badly without a failing test counts as one failure. */
async function mocha(...files: string[]): Promise<void> {
  const runner = [
    join(root, "node_modules", "mocha", "bin", "mocha.js"),
    "--no-config",
    "--timeout",
    "120000",
    "--exit",
    ...(pattern === undefined ? [] : ["--grep", pattern]),
  ];
  const { code, output } = await run(process.execPath, ["--import", "tsx", ...runner, ...files]);
  const count = (word: string) => Number(new RegExp(`^\\s*(\\d+) ${word}`, "m").exec(output)?.[1] ?? 0);
  passed += count("passing");
  failed += count("failing") || (code === 0 ? 0 : 1);
}

function finish(problem?: string): never {
  if (problem !== undefined) {
    console.error(problem);
    failed++;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

/** Runs a command and shows what it prints, for ten minutes at most. */
function run(command: string, parameters: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ["ignore", "pipe", "inherit"], timeout: 600_000 });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
