import { reasonOf } from "../../../rules/src/program/read-file.ts";
import { checkCommand } from "./check-command.ts";
import { isUsageError } from "./options.ts";
import { complain, say, type Streams } from "./streams.ts";
import { verbOf, type Verb } from "./verbs.ts";

/** Errors of the file system that say something about the path, not about this program. */
const UNREADABLE = new Set(["EACCES", "EPERM", "ENOTDIR", "ELOOP", "ENOENT", "ENAMETOOLONG", "EIO"]);

/**
 * What a verb is run with, and its exit code. `wrong` takes a line for each mistake of the command line that it does not
 * mind. Loaded only when it is asked for: most of them need little.
 */
type Command = (args: readonly string[], streams: Streams, cwd: string, wrong: string[]) => Promise<number> | number;

const COMMANDS: Readonly<Record<Verb, () => Promise<Command>>> = {
  // What most runs are for is not worth a piece of its own.
  check: () => Promise.resolve(checkCommand),
  ports: async () => (await others()).ports,
  who: async () => (await others()).who,
  rules: async () => (await others()).rules,
  explain: async () => (await others()).explain,
  init: async () => (await others()).init,
  help: async () => (await others()).help,
  version: async () => {
    const { version } = await import("../../../rules/src/about.ts");
    const { COMMON, readOptions } = await import("./options.ts");
    return (args, streams, _cwd, wrong) => {
      const { positionals } = readOptions(args, COMMON, "version", wrong);
      if (positionals.length > 0) wrong.push(`version takes nothing, and ${positionals.join(", ")} was given.`);
      return say(streams, `${version}\n`);
    };
  },
};

function others() {
  return import("./other-commands.ts");
}

/** Runs a command line. @returns the exit code, which `portreuse help VERB` explains; 2 for wrong use, whatever the verb. */
export async function main(args: readonly string[], streams: Partial<Streams> = {}, given?: string): Promise<number> {
  const all: Streams = { out: process.stdout, err: process.stderr, in: process.stdin, ...streams };
  try {
    const cwd = given ?? process.cwd();
    const { verb, rest } = verbOf(args, cwd);
    if (rest.some((each) => each === "--help" || each === "-h") && !rest.includes("--"))
      return await (
        await COMMANDS.help()
      )([verb], all, cwd, []);
    const wrong: string[] = [];
    const code = await (await COMMANDS[verb]())(rest, all, cwd, wrong);
    for (const line of wrong) complain(all, line);
    return wrong.length > 0 ? 2 : code;
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code !== undefined && UNREADABLE.has(code)) {
      complain(all, `cannot read ${path ?? "the working directory"}: ${reasonOf(error)}.`);
      return 2;
    }
    if (!isUsageError(error)) throw error;
    for (const line of error.message.split("\n")) complain(all, line);
    return 2;
  }
}
