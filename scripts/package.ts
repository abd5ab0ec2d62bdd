// Makes portreuse.vsix. What goes in stands in .vscodeignore, an allow-list; vsce gets a folder with nothing else in it,
// because it reads every file below its folder, caches and all, before it looks at the list.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stage = mkdtempSync(join(tmpdir(), "portreuse-vsix-"));

try {
  const lines = readFileSync(join(root, ".vscodeignore"), "utf8").split("\n");
  const allowed = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  for (const path of allowed.map((pattern) => pattern.replace(/\/\*\*$/, ""))) {
    if (!existsSync(join(root, path))) throw new Error(`${path} is not there; npm run build makes what is built.`);
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    cpSync(join(root, path), join(stage, path), { recursive: true });
  }
  // The repository's page is for those who have the repository; the extension has one of its own.
  cpSync(join(root, "client", "README.md"), join(stage, "README.md"));
  keepOnlyReached(join(stage, "server", "dist"), ["server.js", "eslint-config-worker.js"]);
  cpSync(join(root, ".vscodeignore"), join(stage, ".vscodeignore"));
  writeFileSync(join(stage, "package.json"), manifest());
  const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
  execFileSync(
    process.execPath,
    [
      vsce,
      "package",
      "--no-dependencies",
      "--no-rewrite-relative-links",
      "--allow-missing-repository",
      "--out",
      join(root, "portreuse.vsix"),
    ],
    {
      cwd: stage,
      stdio: ["ignore", "inherit", "inherit"],
      timeout: 120_000,
    },
  );
} finally {
  rmSync(stage, { recursive: true, force: true });
}

/** The manifest without what only the repository needs. */
function manifest(): string {
  const {
    scripts: _scripts,
    devDependencies: _devDependencies,
    workspaces: _workspaces,
    ...kept
  } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return `${JSON.stringify(kept, null, 2)}\n`;
}

/** Removes the chunks that only the command line loads. */
function keepOnlyReached(folder: string, entries: readonly string[]): void {
  const reached = new Set<string>();
  const visit = (path: string) => {
    const name = basename(path);
    if (reached.has(name)) return;
    reached.add(name);
    for (const [, next] of readFileSync(path, "utf8").matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)) {
      if (next !== undefined && existsSync(join(dirname(path), next))) visit(join(dirname(path), next));
    }
  };
  for (const entry of entries) visit(join(folder, entry));
  for (const chunk of readdirSync(join(folder, "chunks")))
    if (!reached.has(chunk)) rmSync(join(folder, "chunks", chunk));
}
