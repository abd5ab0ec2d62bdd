import { LOADS, MOST_BEFORE } from "./scan.ts";

/** `import { a, b as c } from`, `export { a } from`; types too. */
const NAMED = /\b(?:import|export)\s+(?:type\s+)?\{([^{}]*)\}\s*from\s*$/;
/** `const { a, b: c } = require(` */
const TAKEN_APART = /\b(?:const|let|var)\s*\{([^{}]*)\}\s*=\s*require\s*\(\s*$/;
/** `const a = require(`, and what compilers make of an import. */
const WHOLE = /\b(?:const|let|var)\s+([\w$]+)\s*=\s*(?:__import(?:Star|Default)\s*\(\s*)?require\s*\(\s*$/;
const NAMESPACE = /\bimport\s+\*\s*as\s+([\w$]+)\s+from\s*$/;
/** `import "./x"` takes nothing. */
const BARE = /\bimport\s*$/;

/**
 * Whether a module may use one of the exports with these names of another module, by its text. The answer is no only
 * where every load of that module is written so that the names can be read without a parser. A module that half a
 * project loads need not have half the project parsed for one of its functions.
 * `isIt`: whether a specifier means that module.
 */
export function mayTake(text: string, isIt: (specifier: string) => boolean, names: readonly string[]): boolean {
  const wanted = new RegExp(`(?<![\\w$])(?:${[...names, "default"].map(escaped).join("|")})(?![\\w$])`);
  let seen = false;
  for (const { index, 0: words, 1: double, 2: single, 3: template } of text.matchAll(LOADS)) {
    const specifier = (double ?? single ?? template) as string;
    if (!isIt(specifier)) continue;
    seen = true;
    const before = text.slice(Math.max(0, index - MOST_BEFORE), index + words.length - specifier.length - 2);
    const listed = (NAMED.exec(before) ?? TAKEN_APART.exec(before))?.[1];
    if (listed === undefined ? !BARE.test(before) && !usesOthers(before) : isListed(listed)) return true;
  }
  return !seen;

  /** Whether one of the names is taken out of the module, or one that nobody knows. */
  function isListed(listed: string): boolean {
    return wanted.test(listed) || listed.includes("...") || listed.includes("[");
  }
  /** Whether the module as a whole is nothing but the object of members that have other names. */
  function usesOthers(before: string): boolean {
    const name = (WHOLE.exec(before) ?? NAMESPACE.exec(before))?.[1];
    return name !== undefined && isUsedFor(text, name, (member) => !wanted.test(member));
  }
}

/** Whether every mention of a name but its declaration, be it in a comment, is the object of a member that is accepted. */
function isUsedFor(text: string, name: string, accepts: (member: string) => boolean): boolean {
  let declarations = 0;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const [before, after] = [text.charAt(at - 1), text.charAt(end)];
    if (/[\w$]/.test(before + after)) continue;
    // `other.name`, but not `...name`; and a part of a specifier.
    if (before === "." && text[at - 2] !== ".") continue;
    if (before === "/" && /["'`/]/.test(after)) continue;
    const member = /^\s*\??\.\s*([\w$]+)/.exec(text.slice(end, end + 100))?.[1];
    if (member !== undefined ? accepts(member) : declarations++ === 0) continue;
    return false;
  }
  return true;
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}
