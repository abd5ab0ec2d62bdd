import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { meant, oneOf, quoted } from "../nearest.ts";
import { UsageError } from "./options.ts";

/** In the order in which help lists them. */
export const VERBS = {
  check: "find port mistakes in code; the word may be left out: portreuse src",
  ports: "list the ports that the code opens, who starts it, and conflicts",
  who: "say who holds a port right now",
  rules: "list the rules",
  explain: "show the page about a rule, an error code or a fact",
  init: 'write the "portreuse" key into package.json',
  help: "show this, or the help of a verb",
  version: "show the version",
} as const;
export type Verb = keyof typeof VERBS;
export const VERB_NAMES = Object.keys(VERBS) as Verb[];

/** What other linters call it. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["lint", "check"],
  ["fix", "check --fix-suggestions"],
]);

export function isVerb(word: string): word is Verb {
  return Object.hasOwn(VERBS, word);
}

/**
 * What a command line asks for, and what is left of it. A first word that is not a verb is a path if it exists or looks
 * like one.
 * @throws UsageError
 */
export function verbOf(args: readonly string[], cwd: string): { verb: Verb; rest: readonly string[] } {
  const [first, ...rest] = args;
  if (first === undefined || first === "-h" || first === "--help") return { verb: "help", rest };
  if (first === "-v" || first === "--version") return { verb: "version", rest };
  if (isVerb(first)) return { verb: first, rest };
  // Options first: those of check, with its name somewhere behind them or not at all.
  if (first.startsWith("-")) {
    const at = args.indexOf("check");
    return { verb: "check", rest: at === -1 ? args : [...args.slice(0, at), ...args.slice(at + 1)] };
  }
  if (/[./\\*?[\]{}]/.test(first) || first === "" || existsSync(resolve(cwd, first)))
    return { verb: "check", rest: args };
  const near = ELSEWHERE.get(first) ?? meant(first, [...VERB_NAMES, ...namesIn(cwd)]);
  throw new UsageError(
    near === null
      ? `Unknown command ${quoted(first)}, and there is no file or directory of this name. Expected ${oneOf(VERB_NAMES)}.`
      : `Unknown command ${quoted(first)}. Did you mean ${near}?`,
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
