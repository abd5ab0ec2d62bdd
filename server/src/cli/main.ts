import { readArguments, UsageError, type Arguments } from "./arguments.ts";

export interface Streams {
  out: NodeJS.WritableStream & { isTTY?: boolean };
  err: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
}

/** Runs a command line. @returns the exit code: 0 nothing found, 1 findings, 2 wrong use. */
export async function main(args: readonly string[], streams: Streams = { out: process.stdout, err: process.stderr }, cwd = process.cwd()): Promise<number> {
  try {
    const asked = readArguments(args);
    if (asked === "help") return say(streams, (await import("./help.ts")).HELP);
    if (asked === "version") return say(streams, `${(await import("../../../rules/src/about.ts")).version}\n`);
    const { check } = await import("./check-command.ts");
    return await check(asked satisfies Arguments, streams, cwd);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    for (const line of error.message.split("\n")) streams.err.write(`portreuse: ${line}\n`);
    return 2;
  }
}

function say({ out }: Streams, text: string): number {
  out.write(text);
  return 0;
}
