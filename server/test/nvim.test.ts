import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { Folder } from "./lsp-client.ts";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The editor is started by its own hand, so the server has to be one file that plain Node.js runs. */
async function bundled(folder: Folder): Promise<string> {
  const outfile = join(folder.path, "server.mjs");
  const banner = 'import { createRequire as make } from "node:module"; const require = make(import.meta.url);';
  await build({
    entryPoints: [path("../src/server.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outfile,
    banner: { js: banner },
    // As the build has it: its CommonJS form asks for its parts in a way that no bundler follows.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    logLevel: "error",
  });
  return outfile;
}

describe("server in Neovim", function () {
  this.timeout(60_000);

  it("shows diagnostics, hovers, and applies a code action", async function () {
    if (!present()) {
      console.warn("      Neovim is not installed (apt-get install neovim): nothing was tried in it.");
      this.skip();
    }
    const tools = new Folder({});
    const folder = new Folder({
      "package.json": "{}",
      "server.js": 'const http = require("node:http");\nhttp.createServer().listen(3000);\n',
    });
    try {
      const report = join(tools.path, "report.json");
      const env = {
        ...process.env,
        HOME: tools.path,
        XDG_CONFIG_HOME: tools.path,
        XDG_STATE_HOME: tools.path,
        XDG_CACHE_HOME: tools.path,
        PORTREUSE_NODE: process.execPath,
        PORTREUSE_SERVER: await bundled(tools),
        PORTREUSE_ROOT: folder.path,
        PORTREUSE_FILE: join(folder.path, "server.js"),
        PORTREUSE_REPORT: report,
      };
      await promisify(execFile)(
        "nvim",
        ["--headless", "--clean", "-n", "-c", `luafile ${path("./nvim-session.lua")}`],
        { env, timeout: 45_000 },
      );
      const seen = JSON.parse(readFileSync(report, "utf8")) as {
        problem?: string;
        diagnostic: { lnum: number; col: number; message: string };
        hover: string;
        action: string;
        text: string;
      };
      assert.equal(seen.problem, undefined);
      assert.deepEqual([seen.diagnostic.lnum, seen.diagnostic.col], [1, 20]);
      assert.match(seen.diagnostic.message, /port 3000/);
      assert.match(seen.hover, /bind\(\[::\]:3000\)/);
      assert.match(seen.action, /reusePort: false/);
      assert.equal(
        seen.text,
        'const http = require("node:http");\nhttp.createServer().listen({ port: 3000, reusePort: false });',
      );
    } finally {
      tools.remove();
      folder.remove();
    }
  });
});

function present(): boolean {
  try {
    execFileSync("nvim", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
