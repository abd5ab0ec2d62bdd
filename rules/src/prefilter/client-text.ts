import type { Package } from "../catalogue/types.ts";
import { imported, named, perPackages, written } from "./parts.ts";

/** What a text shows of clients, without a parser. */
interface Filters {
  /** Calls that connect with options, or a part of them, that stand somewhere else: by name, or spread. */
  calls: RegExp;
  /** The modules that they are imported from. */
  modules: RegExp;
  names: ReadonlySet<string>;
  /** Their functions under other names: in the braces of an import, and as a property of what is loaded. */
  renamed: RegExp;
  taken: RegExp;
  /** The options that rules ask clients for, and where one is written. */
  options: readonly string[];
  written: RegExp | null;
}

const current = perPackages(filtersOf);

/** Functions of modules that connect with options, as module and name. */
function callsOf(packages: readonly Package[]): [module: string, name: string][] {
  return packages
    .filter(({ triggers }) => triggers.includes("=localPort"))
    .flatMap(({ entries }) => Object.entries(entries).filter(([, { does }]) => does?.op === "connect"))
    .flatMap(([key]): [string, string][] => {
      const [, module, name] = /^(\w+)\.(\w+)$/.exec(key) ?? [];
      return module !== undefined && name !== undefined ? [[module, name]] : [];
    });
}

/** The modules of clients that take options. */
export function clientModules(packages: readonly Package[]): string[] {
  return [...new Set(callsOf(packages).map(([module]) => module))];
}

/** The options that rules ask clients for: without one of these words in a text `writesClientOption` is false. */
export function optionWords(packages: readonly Package[]): string[] {
  return named([...new Set(packages.flatMap((each) => each.triggers))], "=");
}

function filtersOf(packages: readonly Package[]): Filters {
  const modules = clientModules(packages);
  const names = [...new Set(callsOf(packages).map(([, name]) => name))].join("|");
  // What stands before the name is looked at last: for every word may be a module.
  const before = "(?<=(?<![\\w$.])(?:(?<module>[\\w$]+)\\s*\\.\\s*)?\\k<name>)";
  const callee = `(?<![\\w$])(?<name>${names})(?=\\)?\\s*\\()${before}\\)?\\s*\\(\\s*`;
  const spread = `\\{(?:\\s*[\\w$]+(?:\\s*:\\s*[\\w$."']+)?\\s*,)*\\s*\\.\\.\\.|Object\\s*\\.\\s*assign\\b`;
  const argument = "(?!(?:function|async|new)\\b)[A-Za-z_$][\\w$.]*\\s*[,)]";
  const options = optionWords(packages);
  return {
    calls: new RegExp(`${callee}(?:[\\w$.]+\\s*,\\s*)?(?:${spread}|${argument})`, "g"),
    modules: new RegExp(imported(modules)),
    names: new Set(modules),
    renamed: new RegExp(`\\b(?:${names})\\s*(?:\\bas\\b|:)`),
    taken: new RegExp(`[rR]equire\\s*\\(\\s*["'\`][^"'\`\\n]*["'\`]\\s*\\)\\s*\\.\\s*(?:${names})\\b(?!\\s*\\()`),
    options,
    written: options.length === 0 ? null : new RegExp(options.map(written).join("|")),
  };
}

/** A module of the same project is loaded. */
export const LOADS_OTHERS = /["'`](?:\.{1,2}\/|[#@~])/;
/** The braces of an import, or of what is taken out of something that is loaded. */
const LOADED = /\{[^{}]*\}\s*(?:from\b|=\s*(?:await\s+)?(?:import|\w*[rR]equire)\b)/g;
/** `get(key) {` is a method that is declared, `function get(key)` a function. */
const DECLARES = /[^(){};]*\)\s*(?::[^{};]*)?\{/y;
const FUNCTION = /\bfunction\b[\s*]*$/;

/** Whether a client may be given options here that another module has written. */
export function mayTakeOptions(text: string): boolean {
  const { calls, modules } = current();
  if (!LOADS_OTHERS.test(text) || !modules.test(text)) return false;
  if (isRenamed(text)) return true;
  const known = new Map<string, boolean>();
  for (const { 0: words, index, groups = {} } of text.matchAll(calls)) {
    const { module, name = "" } = groups;
    if (module === undefined && isDeclared(text, index, words)) continue;
    const key = module === undefined ? name : `${module}.`;
    let taken = known.get(key);
    if (taken === undefined)
      known.set(key, (taken = module === undefined ? isTakenFromModule(text, name) : isModule(text, module)));
    if (taken) return true;
  }
  return false;
}

/** Whether the text has a client's function under another name. */
function isRenamed(text: string): boolean {
  const { renamed, taken } = current();
  return [...text.matchAll(LOADED)].some(([braces]) => renamed.test(braces)) || taken.test(text);
}

/** Whether what looks like a call is a function or a method that is declared. */
function isDeclared(text: string, index: number, words: string): boolean {
  if (FUNCTION.test(text.slice(Math.max(0, index - 20), index))) return true;
  DECLARES.lastIndex = index + words.length - 1;
  return DECLARES.test(text);
}

/** Whether a name stands in the braces of an import, or of what is taken out of something: then it may be that of a client's function. */
function isTakenFromModule(text: string, name: string): boolean {
  return new RegExp(`[{,]\\s*(?:[\\w$]+(?:\\s+as|\\s*:)\\s+)?${name}\\s*[,}]`).test(text);
}

/** Whether a name is that of a module, or of another that the text loads under it. */
function isModule(text: string, name: string): boolean {
  const own = name.replace(/(?<!\d)_?\d+$/, "");
  if (current().names.has(own)) return true;
  const loads = "=\\s*(?:await\\s+)?(?:import|\\w*[rR]equire)\\b|from\\b|,\\s*\\{";
  return new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}\\s*(?:${loads})`).test(text);
}

/** Whether a text writes an option that rules ask clients for. */
export function writesClientOption(text: string): boolean {
  return current().written?.test(text) ?? false;
}

export function isClientOption(name: string): boolean {
  return current().options.includes(name);
}
