import { catalogue } from "../catalogue/index.ts";
import type { Package } from "../catalogue/types.ts";
import { imported, named, written } from "./parts.ts";

/** What a text shows of clients, without a parser. */
interface Filters {
  /** Calls that connect with options, or a part of them, that stand somewhere else: by name, or spread. */
  calls: RegExp;
  /** The modules that they are imported from. */
  modules: RegExp;
  /** The options that rules ask clients for, and where one is written. */
  options: readonly string[];
  written: RegExp | null;
}

/** One for each set of packages; apart from tests there is one set. */
const filters = new WeakMap<readonly Package[], Filters>();

function current(): Filters {
  const { packages } = catalogue();
  let found = filters.get(packages);
  if (!found) filters.set(packages, (found = filtersOf(packages)));
  return found;
}

function filtersOf(packages: readonly Package[]): Filters {
  const calls = packages
    .filter(({ triggers }) => triggers.includes("=localPort"))
    .flatMap(({ entries }) => Object.entries(entries).filter(([, { does }]) => does?.op === "connect"))
    .flatMap(([key]) => [/^(\w+)\.(\w+)$/.exec(key) ?? []].filter((each) => each.length > 0));
  const modules = [...new Set(calls.map((each) => each[1] as string))];
  const names = [...new Set(calls.map((each) => each[2] as string))].join("|");
  const callee = `(?<![\\w$.])(?:(?<module>${modules.join("|")})(?:_?\\d+)?\\s*\\.\\s*)?(?<name>${names})\\)?\\s*\\(\\s*`;
  const spread = `\\{(?:\\s*[\\w$]+(?:\\s*:\\s*[\\w$."']+)?\\s*,)*\\s*\\.\\.\\.|Object\\s*\\.\\s*assign\\b`;
  const argument = "(?!(?:function|async|new)\\b)[A-Za-z_$][\\w$.]*\\s*[,)]";
  const options = named([...new Set(packages.flatMap((each) => each.triggers))], "=");
  return {
    calls: new RegExp(`${callee}(?:[\\w$.]+\\s*,\\s*)?(?:${spread}|${argument})`, "g"),
    modules: new RegExp(imported(modules)),
    options,
    written: options.length === 0 ? null : new RegExp(options.map(written).join("|")),
  };
}

/** A module of the same project is loaded. */
export const LOADS_OTHERS = /["'`](?:\.{1,2}\/|[#@~])/;
/** `get(key) {` is a method that is declared, `function get(key)` a function. */
const DECLARES = /[^(){};]*\)\s*(?::[^{};]*)?\{/y;
const FUNCTION = /\bfunction\b[\s*]*$/;

/** Whether a client may be given options here that another module has written. */
export function mayTakeOptions(text: string): boolean {
  const { calls, modules } = current();
  return LOADS_OTHERS.test(text) && modules.test(text) && [...text.matchAll(calls)].some((call) => isCall(text, call));
}

function isCall(text: string, { 0: words, index, groups = {} }: RegExpMatchArray & { index: number }): boolean {
  if (groups["module"] !== undefined) return true;
  if (FUNCTION.test(text.slice(Math.max(0, index - 20), index))) return false;
  DECLARES.lastIndex = index + words.length - 1;
  return !DECLARES.test(text) && isTakenFromModule(text, groups["name"] as string);
}

/** Whether a name stands in the braces of an import, or of what is taken out of something: then it may be that of a client's function. */
function isTakenFromModule(text: string, name: string): boolean {
  return new RegExp(`[{,]\\s*(?:[\\w$]+(?:\\s+as|\\s*:)\\s+)?${name}\\s*[,}]`).test(text);
}

/** Whether a text writes an option that rules ask clients for. */
export function writesClientOption(text: string): boolean {
  return current().written?.test(text) ?? false;
}

export function isClientOption(name: string): boolean {
  return current().options.includes(name);
}
