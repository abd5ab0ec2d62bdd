/** One external program, run to its end: bounded in time, its output returned, its failure told in one line. */
import { execFile } from "node:child_process";

export interface CommandOptions {
  cwd?: string;
  /** Milliseconds; a minute when not given. */
  timeout?: number;
  env?: NodeJS.ProcessEnv;
}

/** Resolves to what it wrote to stdout. Rejects with its name and the last line of its stderr. */
export function command(
  name: string,
  args: readonly string[],
  { cwd, timeout = 60_000, env }: CommandOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(name, args, { cwd, timeout, env: env ?? process.env, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const reason = error.killed
        ? `took longer than ${timeout / 1000} s`
        : stderr.trim().split("\n").at(-1) || error.message;
      reject(new Error(`${name} ${args.find((arg) => /^[a-z]/.test(arg)) ?? ""}: ${reason}`, { cause: error }));
    });
  });
}
