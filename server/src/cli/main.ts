import { readArguments, type UsageError } from "./arguments.ts";

/** As much of a stream as is used. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

export interface Streams {
  out: Output;
  err: Output;
}

/** Errors of the file system that say something about the path, not about this program. */
const UNREADABLE = new Set(["EACCES", "EPERM", "ENOTDIR", "ELOOP", "ENOENT", "ENAMETOOLONG", "EIO"]);

/** Runs a command line. @returns the exit code: 0 nothing found, 1 findings, 2 wrong use or an incomplete check. */
export async function main(
  args: readonly string[],
  streams: Streams = { out: process.stdout, err: process.stderr },
  given?: string,
): Promise<number> {
  try {
    const cwd = given ?? process.cwd();
    const asked = readArguments(args);
    if (asked === "help") return say(streams, (await import("./help.ts")).HELP);
    if (asked === "version") return say(streams, `${(await import("../../../rules/src/about.ts")).version}\n`);
    const { check } = await import("./check-command.ts");
    return await check(asked, streams, cwd);
  } catch (error) {
    // By name: loaders for tests may hold a module twice, and with it the class.
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (code !== undefined && UNREADABLE.has(code)) {
      streams.err.write(
        `portreuse: cannot read ${path ?? "the working directory"}: ${message.replace(/^\w+: |, .*$/g, "")}.\n`,
      );
      return 2;
    }
    if ((error as Error).name !== ("UsageError" satisfies UsageError["name"])) throw error;
    for (const line of (error as UsageError).message.split("\n")) streams.err.write(`portreuse: ${line}\n`);
    return 2;
  }
}

function say({ out }: Streams, text: string): number {
  out.write(text);
  return 0;
}
