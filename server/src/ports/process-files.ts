import { basename, isAbsolute, posix } from "node:path";

/** Ticks a second of the times in /proc/PID/stat: USER_HZ, which is 100 on every architecture that Node.js runs on. */
const TICKS = 100;

/** Seconds since the epoch at which the machine started, from /proc/stat. */
export function bootTime(stat: string): number | null {
  const [, seconds] = /^btime (\d+)$/m.exec(stat) ?? [];
  return seconds === undefined ? null : Number(seconds);
}

/** Seconds from the start of the machine to that of a process: field 22 of /proc/PID/stat. */
export function startTime(stat: string): number | null {
  // The second field is the name in brackets, and may hold brackets and spaces itself.
  const ticks = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .at(19);
  return ticks !== undefined && /^\d+$/.test(ticks) ? Number(ticks) / TICKS : null;
}

/** The effective user id, from /proc/PID/status. */
export function effectiveUid(status: string): number | null {
  const [, uid] = /^Uid:\s+\d+\s+(\d+)/m.exec(status) ?? [];
  return uid === undefined ? null : Number(uid);
}

/** The name that the kernel has for a process, from /proc/PID/stat. */
export function kernelName(stat: string): string | null {
  const [start, end] = [stat.indexOf("("), stat.lastIndexOf(")")];
  return start === -1 || end < start ? null : stat.slice(start + 1, end);
}

/** The arguments of a process, from /proc/PID/cmdline. Empty for what has none: a kernel thread, or a process that has ended. */
export function argumentsOf(cmdline: string): string[] {
  return cmdline.replace(/(?<!\0)\0+$/, "").split("\0");
}

const RUNTIMES = new Set(["node", "nodejs", "bun", "deno"]);
/** Options of these runtimes whose value is the next argument. */
const WITH_VALUE = new Set([
  "-r",
  "--require",
  "--import",
  "--loader",
  "--experimental-loader",
  "-C",
  "--conditions",
  "--env-file",
  "--env-file-if-exists",
  "--title",
  "--preload",
  "-c",
  "--config",
  "--cwd",
  "--watch-path",
]);
/** Options after which there is code and no file. */
const CODE = new Set(["-e", "--eval", "-p", "--print", "-pe"]);

/** The name that a program was started by, and what it runs if it is a JavaScript runtime. */
export function programOf(
  args: readonly string[],
  name: string | null,
  directory: string | null,
): { program: string; script: string | null } {
  const program = printable(basename(args[0] ?? "") || name || "") || "a process without a name";
  if (!RUNTIMES.has(program)) return { program, script: null };
  for (let i = 1; i < args.length; i++) {
    const each = args[i] as string;
    if (CODE.has(each)) break;
    if (WITH_VALUE.has(each)) i++;
    // `bun run`, `deno run` and `deno serve`.
    else if (!each.startsWith("-") && !(program !== "node" && /^(?:run|serve)$/.test(each)))
      return { program, script: printable(below(each, directory)) || null };
  }
  return { program, script: null };
}

function below(path: string, directory: string | null): string {
  if (directory === null || !isAbsolute(path)) return path;
  const relative = posix.relative(directory, path);
  return relative === "" || relative.startsWith("../") ? path : relative;
}

const LONGEST = 120;

/** A process gives itself whatever name it likes; it is shown without what a terminal or a Markdown renderer would obey. */
export function printable(text: string): string {
  const plain = text.replace(/[\p{C}`]/gu, "?");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
