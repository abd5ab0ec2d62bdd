import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LISTEN, withFiles } from "./cli.ts";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const SERVER = fileURLToPath(new URL("../src/server.ts", import.meta.url));
const LOADER = import.meta.resolve("tsx");
const CALLS =
  "trace=network,execve,execveat,open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat";

/** Writes a file as soon as it is loaded. */
const PLANTED =
  'require("fs").writeFileSync(require("path").join(process.env.PLANTED, "loaded"), __filename);\nmodule.exports = {};\n';
const MODULE =
  'import { writeFileSync } from "node:fs";\nwriteFileSync(`${process.env.PLANTED}/loaded`, import.meta.url);\nexport default [];\n';

/** A project in which everything that could be run by mistake leaves a trace. */
const PROJECT = {
  "src/server.mjs": LISTEN,
  "src/app.ts": LISTEN,
  "package.json": JSON.stringify({
    name: "hostile",
    scripts: { prepare: "touch loaded", start: "node src/server.mjs; touch loaded", pretest: "touch loaded" },
    devDependencies: { eslint: "9", "eslint-plugin-portreuse": "1", typescript: "6", pm2: "6", portreuse: "1" },
    eslintConfig: { extends: "./evil.js" },
  }),
  "tsconfig.json": '{ "extends": "./tsconfig.evil.js", "compilerOptions": { "plugins": [{ "name": "typescript" }] } }',
  "tsconfig.evil.js": PLANTED,
  "evil.js": PLANTED,
  ".eslintrc.js": PLANTED,
  "eslint.config.js": PLANTED,
  "eslint.config.mjs": MODULE,
  "ecosystem.config.js": `${PLANTED}module.exports.apps = [{ script: "src/server.mjs", instances: 4, exec_mode: "cluster" }];\n`,
  "pm2.config.cjs": PLANTED,
  ...Object.fromEntries(
    ["eslint", "eslint-plugin-portreuse", "typescript", "pm2", "portreuse", "@babel/parser", "tsx"].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "99.0.0", main: "index.js" })],
      [`node_modules/${name}/index.js`, PLANTED],
    ]),
  ),
};

interface Traced {
  code: number | null;
  out: string;
  /** The lines of the log that say something. */
  calls: string[];
}

/** Runs our code under strace in a directory that is not ours; `last` is sent once `until` has come. */
async function traced(cwd: string, args: readonly string[], input = "", until = "", last = ""): Promise<Traced> {
  const log = join(cwd, "..", `${cwd.split("/").at(-1)}.strace`);
  const command = ["-f", "-qq", "-s", "200", "-e", CALLS, "-e", "signal=none", "-o", log, process.execPath];
  // What the loader keeps of sources that it has compiled is not our doing.
  const env = { ...process.env, PLANTED: cwd, TSX_DISABLE_CACHE: "1", NODE_DISABLE_COMPILE_CACHE: "1" };
  const child = spawn("strace", [...command, "--import", LOADER, ...args], {
    cwd,
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.write(input);
  if (until === "") child.stdin.end();
  let out = "";
  let ended = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (until === "" || ended || !out.includes(until)) return;
    ended = true;
    child.stdin.write(last);
  });
  const [code] = (await once(child, "close")) as [number | null];
  const calls = readFileSync(log, "utf8").split("\n");
  rmSync(log);
  return { code, out, calls };
}

/** What nobody wants to see in such a log. */
function trespasses(calls: readonly string[]): string[] {
  return calls.filter((line) => {
    if (/ = -1 E(?:NOENT|ACCES|NOTDIR|EXIST)\b/.test(line)) return false;
    const [, call = "", rest = ""] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? [];
    // esbuild belongs to the loader that compiles our sources for the test.
    if (call === "execve") return !/^"[^"]*\/(?:node|git|node_modules\/@esbuild\/[\w-]+\/bin\/esbuild)"/.test(rest);
    if (/^open/.test(call) || call === "creat")
      return /O_(?:WRONLY|RDWR|CREAT|TRUNC)/.test(rest) && !/"\/dev\/(?:null|tty|pts\/)/.test(rest);
    if (/^(?:socket|socketpair)$/.test(call)) return !/^AF_UNIX/.test(rest);
    if (call === "connect" || call === "bind" || call === "sendto") return !/AF_UNIX|NULL/.test(rest);
    return /^(?:rename|unlink|mkdir|link|symlink|truncate|chmod|fchmod)/.test(call);
  });
}

const message = (value: object) => {
  const text = JSON.stringify({ jsonrpc: "2.0", ...value });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

describe("in a folder that nobody trusts, as strace sees it", function () {
  this.timeout(120_000);
  before(function () {
    if (process.platform !== "linux" || spawnSync("strace", ["-V"]).status !== 0) {
      console.log("    skipped: there is no strace");
      this.skip();
    }
  });

  for (const args of [["check"], ["check", "--format", "sarif"], ["ports"]])
    it(`portreuse ${args.join(" ")} opens no connection, writes nothing, and runs no program but Git`, () =>
      withFiles(PROJECT, async (cwd) => {
        const { code, out, calls } = await traced(cwd, [CLI, ...args]);
        assert.match(out, /3000/);
        assert.ok(code === 0 || code === 2, `${code}`);
        assert.ok(calls.some((each) => /execve\("[^"]*\/git"/.test(each)) && calls.length > 50);
        assert.deepEqual(trespasses(calls), []);
        assert.equal(existsSync(join(cwd, "loaded")), false);
      }));

  it("the language server does neither, through a session", () =>
    withFiles(PROJECT, async (cwd) => {
      const uri = pathToFileURL(join(cwd, "src/server.mjs")).href;
      const textDocument = { uri };
      const at = { line: 1, character: 21 };
      const input = [
        {
          id: 1,
          method: "initialize",
          params: {
            processId: null,
            capabilities: {},
            rootUri: null,
            workspaceFolders: [{ uri: pathToFileURL(cwd).href, name: "x" }],
          },
        },
        { method: "initialized", params: {} },
        {
          method: "textDocument/didOpen",
          params: { textDocument: { uri, languageId: "javascript", version: 1, text: LISTEN } },
        },
        { id: 2, method: "textDocument/hover", params: { textDocument, position: at } },
        {
          id: 3,
          method: "textDocument/codeAction",
          params: { textDocument, range: { start: at, end: at }, context: { diagnostics: [] } },
        },
        { id: 4, method: "portreuse/checkWorkspace" },
      ].map(message);
      const end = [{ id: 5, method: "shutdown" }, { method: "exit" }].map(message);
      const { code, out, calls } = await traced(cwd, [SERVER, "--stdio"], input.join(""), '"id":4,', end.join(""));
      assert.equal(code, 0);
      assert.match(out, /EADDRINUSE/);
      assert.deepEqual(trespasses(calls), []);
      assert.equal(existsSync(join(cwd, "loaded")), false);
    }));

  it("a log with a connection, a program or a file that is written is seen for what it is", () => {
    const lines = [
      "12 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3",
      '12 execve("/bin/sh", ["sh"], 0x1) = 0',
      '12 openat(AT_FDCWD, "/x/loaded", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3',
      '12 unlink("/x/a") = 0',
    ];
    assert.deepEqual(trespasses(lines), lines);
    assert.deepEqual(
      trespasses([
        '12 openat(AT_FDCWD, "/x/a", O_RDONLY|O_CLOEXEC) = 3',
        '12 execve("/usr/bin/git", ["git"], 0x1) = 0',
      ]),
      [],
    );
  });
});
