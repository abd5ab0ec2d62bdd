import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { main } from "../src/cli/main.ts";

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line in this process. */
export function run(cwd: string, ...args: string[]): Promise<Run> {
  return runWithInput([], cwd, ...args);
}

/** The same with these chunks on standard input. */
export async function runWithInput(input: Iterable<Buffer | string>, cwd: string, ...args: string[]): Promise<Run> {
  let [out, err] = ["", ""];
  const code = await main(
    args,
    {
      out: { write: (text) => (out += text) },
      err: { write: (text) => (err += text) },
      in: Readable.from(input),
    },
    cwd,
  );
  return { code, out, err };
}

/** A directory of its own with these files, removed when `use` is done. Paths with forward slashes. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (directory: string) => Promise<T> | T,
): Promise<T> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "portreuse-")));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content);
    }
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export const LISTEN = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';
export const FIXED_LOCAL_PORT = 'import net from "node:net";\nnet.connect({ host: "a", port: 1, localPort: 7000 });\n';
export const ERROR =
  'import dgram from "node:dgram";\nconst s = dgram.createSocket({ type: "udp4", reuseAddr: true });\ns.bind(0);\n';
