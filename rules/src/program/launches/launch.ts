import type { Parse } from "../../parse/lazy.ts";
import type { ConfigurationProblem } from "../configuration-problem.ts";
import type { Range } from "../documents.ts";
import { pathsOf } from "../paths.ts";
import type { Resolver } from "../resolve.ts";

/**
 * How an entry is started. `cluster`: workers of node:cluster, `thread`: worker threads, `process`: a process of its own,
 * `pm2-cluster`: workers of pm2's daemon, which share as those of node:cluster do, `pm2-fork`: plain processes that pm2
 * starts, `deno-serve`: `deno serve`, whose threads share one port. `unknown`: any of these.
 */
export type LaunchKind = "cluster" | "thread" | "process" | "pm2-cluster" | "pm2-fork" | "deno-serve" | "unknown";

/** How often: `many` is two or more, by the number of processors for instance. */
export type LaunchCount = number | "many" | "unknown";

/** Somebody starts an entry. */
export interface Launch {
  /** The source file, absolute; null where it cannot be known: a variable, a bundle, a file that is not there. */
  entry: string | null;
  /** The entry as it is written: "dist/server.js"; null where that is not constant either. */
  written: string | null;
  kind: LaunchKind;
  count: LaunchCount;
  /** False where something that cannot be known decides whether, how or how often. */
  always: boolean;
  runtime: "node" | "bun" | "deno";
  /** The environment variable that has another number in every instance (pm2's `increment_var`). */
  portVariable: string | null;
  /** What the launch sets in the environment; null where the value is not constant. */
  environment: Readonly<Record<string, string | null>>;
  /** Launches with the same group run beside each other on one machine; those of different groups may be alternatives. */
  group: string;
  where: Where;
  /** The project says so itself, and everything else that is known of the entry counts no more. */
  stated?: true;
}

/** A place in a configuration file: offsets in its text without byte order mark. */
export interface Where {
  file: string;
  range: Range;
}

/** What a command or a configuration is read in. */
export interface Context {
  resolver: Resolver;
  parse: Parse;
  /** The directory that relative paths count from, absolute. */
  cwd: string;
  where: Where;
  group: string;
  /** Scripts and configurations that lead here; none is taken apart inside itself. */
  within: readonly string[];
  /** Commands that may still be taken apart: scripts that call each other twice grow without end. */
  budget: { left: number };
  problems: ConfigurationProblem[];
  /** Takes a line of shell apart. Scripts hold lines and lines name scripts, so the ways back are handed down. */
  line(line: string, context: Context): Launch[];
  /** The launches of one command, given as its words. */
  command(words: Words, context: Context): Launch[];
}

/** The words of a command; null where one is not constant. */
export type Words = readonly (string | null)[];

/** What one command starts. `detached`: it goes on while the next command runs. */
export interface Started {
  launches: Launch[];
  detached: boolean;
}

/** Whatever starts programs: given its words without its own name. */
export type Starter = (words: Words, context: Context) => Started | Launch[];

export const MOST_COMMANDS = 2000;
/** Scripts that call scripts. */
export const DEEPEST = 12;

export function launchOf(context: Context, parts: Partial<Launch> & Pick<Launch, "written">): Launch {
  const { resolver, cwd, where, group } = context;
  const entry = parts.written === null ? null : resolver.entry(pathIn(cwd, parts.written));
  return {
    entry,
    kind: "process",
    count: 1,
    always: true,
    runtime: "node",
    portVariable: null,
    environment: {},
    group,
    where,
    ...parts,
  };
}

export function pathIn(directory: string, path: string): string {
  return pathsOf(directory).resolve(directory, path);
}

/** The same launches, each as often as something that starts all of them. */
export function times(launches: readonly Launch[], count: LaunchCount, kind?: LaunchKind): Launch[] {
  return launches.map((launch) => ({
    ...launch,
    kind: kind && launch.kind === "process" ? kind : launch.kind,
    count: product(launch.count, count),
  }));
}

function product(a: LaunchCount, b: LaunchCount): LaunchCount {
  if (b === 0) return 0;
  if (typeof a === "number" && typeof b === "number") return a * b;
  return a === "many" || b === "many" ? "many" : "unknown";
}
