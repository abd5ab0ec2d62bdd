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

/** What a session in an editor saw. Lines and columns from 0. */
export interface Seen {
  /** Why it ended early. */
  problem?: string;
  diagnostic: { lnum: number; col: number; message: string };
  hover: string;
  /** Title of the code action that was applied. */
  action: string;
  /** The text after it. */
  text: string;
}

/** Runs a script in an editor on a folder with `server.js`, whose text this is. The script reads its circumstances from the environment. */
export async function sessionIn(command: string, args: readonly string[], text: string): Promise<Seen> {
  const tools = new Folder({});
  const folder = new Folder({ "package.json": "{}", "server.js": text });
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
    await promisify(execFile)(command, args, { env, timeout: 45_000 });
    return JSON.parse(readFileSync(report, "utf8")) as Seen;
  } finally {
    tools.remove();
    folder.remove();
  }
}

/** Whether a command runs. */
export function runs(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
