import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LISTEN, withFiles } from "./cli.ts";
import { PROJECT } from "./hostile-project.ts";
import { CALLS, trespasses } from "./strace-log.ts";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const SERVER = fileURLToPath(new URL("../src/server.ts", import.meta.url));
const LOADER = import.meta.resolve("tsx");
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
