import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEditor } from "../../scripts/e2e/editor.ts";
import { cache, ensureEditor, root } from "../../scripts/e2e/install.ts";
import { timesFile } from "../../scripts/e2e/times.ts";
import { folderOf } from "./folders.ts";

// The tests of host/ run in the extension host, through the `vscode` API; here each of them is told once more.
const results = await runInHost();

describe("through the vscode API", () => {
  for (const { title, error } of results) {
    it(title, () => {
      if (error !== undefined) throw new Error(error);
    });
  }
});

interface Result {
  title: string;
  error?: string;
}

async function runInHost(): Promise<readonly Result[]> {
  const home = join(cache, "host");
  const resultsFile = join(home, "results.json");
  mkdirSync(join(home, "extension"), { recursive: true });
  rmSync(resultsFile, { force: true });
  // An extension under development is what makes the workbench run tests; it does nothing.
  writeFileSync(
    join(home, "extension", "package.json"),
    JSON.stringify({ name: "host-tests", publisher: "portreuse", version: "0.0.0", engines: { vscode: "*" } }),
  );
  await build({
    entryPoints: [join(root, "client", "test", "host", "index.ts")],
    outfile: join(home, "index.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  const server = 'import net from "node:net";\n\nnet.createServer().listen({ port: 4000, reusePort: true });\n';
  const worker = 'const net = require("net");\nnet.createServer().listen({ port: 4001, reusePort: true });\n';
  const folder = folderOf({
    "all.code-workspace": JSON.stringify({ folders: [{ path: "one" }, { path: "two" }] }),
    "one/package.json": '{ "name": "one" }\n',
    "one/first/server.mjs": server,
    "one/second/server.ts": server,
    "one/never-opened/worker.cjs": worker,
    "two/package.json": '{ "name": "two" }\n',
    "two/never-opened/worker.cjs": worker,
  });
  const editor = await startEditor(await ensureEditor(), {
    vsix: join(root, "portreuse.vsix"),
    testDriver: true,
    variables: { PORTREUSE_RESULTS: resultsFile, PORTREUSE_TIMES: timesFile },
  });
  try {
    const log: string[] = [];
    const exit = new Promise<void>((resolve) => void editor.page.exposeFunction("codeAutomationExit", () => resolve()));
    await editor.page.exposeFunction("codeAutomationLog", (_level: string, [line]: unknown[]) =>
      log.push(String(line)),
    );
    await editor.open(
      join(folder.path, "all.code-workspace"),
      [],
      [
        ["extensionDevelopmentPath", join(home, "extension")],
        ["extensionTestsPath", join(home, "index.cjs")],
      ],
    );
    const timer = setTimeout(() => log.push("no end after two and a half minutes"), 150_000);
    await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, 150_000).unref())]);
    clearTimeout(timer);
    if (!existsSync(resultsFile))
      throw new Error(`The tests in the extension host left no results; the log says:\n${log.slice(-30).join("\n")}`);
    return JSON.parse(readFileSync(resultsFile, "utf8")) as Result[];
  } finally {
    await editor.close();
    folder.remove();
  }
}
