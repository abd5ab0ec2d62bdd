import { perText, type SourceFile } from "./source.ts";

const answers = perText(() => new Map<RegExp | string, boolean>());

/** Whether the text of a file matches an expression: a cheap first look, taken once for each expression. */
export function holds(file: SourceFile, expression: RegExp): boolean {
  return once(file, expression, () => expression.test(file.text));
}

/** Whether a name stands anywhere in the code, or in its comments. */
export function mentions(file: SourceFile, name: string): boolean {
  const isWord = () => new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(file.text);
  return once(file, name, () => file.text.includes(name) && isWord());
}

function once(file: SourceFile, what: RegExp | string, look: () => boolean): boolean {
  const known = answers(file);
  let found = known.get(what);
  if (found === undefined) known.set(what, (found = look()));
  return found;
}
