import { servedExports } from "../catalogue/served-exports.ts";

/** `fetch(request) {`, `fetch: handler`, `fetch,`; not a look at a property. */
const METHOD = new RegExp(
  `(?<!\\.\\s*)\\b${servedExports.method}\\s*(?:[,:}]|\\([^)]{0,999}\\)\\s*(?::[^{;]{0,999})?\\{)`,
);
const OWN = new RegExp(`(?<!\\.\\s*)\\b(?:${servedExports.own.join("|")})\\b["']?\\s*[,:}]`);

/** What stands for a module's default export; the whole of a CommonJS module in the second group. */
const EXPORT =
  /\bexport\s+default\b|(?<![\w$.])(?<name>[\w$]+)\s+as\s+default\b|(?<whole>\bmodule\s*\.\s*exports\s*=|\bexport\s*=)/g;
/** In front of an object: comments, a parenthesis, a type. */
const LEAD = "(?:\\s|/\\*(?:[^*]|\\*(?!/))*\\*/|//.*\\n|\\(|<[\\w$., ]*(?:<[\\w$., ]*>)?>)*";
const OBJECT = new RegExp(`${LEAD}\\{`, "y");
const NAME = new RegExp(`${LEAD}(?<name>[A-Za-z_$][\\w$]*)\\s*(?![\\w$.([\`=])`, "y");
/** The rest of `app = {`, `app: ExportedHandler = {`. */
const VALUE = new RegExp(`\\s*(?::[^=;]{0,999})?=${LEAD}\\{`, "y");

/** What may hold a brace that is none, and the braces. */
const BRACES = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?|\/\/.*|\/\*[^]*?(?:\*\/|$)|[{}]/g;

/**
 * Whether a text may export an object with the method that a runtime serves: see sockets/served-exports.ts. Bundles hold
 * both words in many places, and weigh more than all other files together: so the words are looked for in the object.
 */
export function mayServeObject(text: string): boolean {
  return METHOD.test(text) && [...text.matchAll(EXPORT)].some((found) => isServed(text, found));
}

function isServed(text: string, { index, 0: words, groups = {} }: RegExpMatchArray & { index: number }): boolean {
  const { name: exported, whole } = groups;
  const end = index + words.length;
  const object = exported === undefined ? matchAt(OBJECT, text, end) : null;
  const name = object ? undefined : (exported ?? matchAt(NAME, text, end)?.groups?.["name"]);
  const objects = name === undefined ? [object] : [...valuesOf(name, text)];
  return objects.some((found) => {
    if (!found) return false;
    const object = objectAt(text, found.index + found[0].length - 1);
    return METHOD.test(object) && (whole === undefined || OWN.test(object));
  });
}

/** Where objects are given to a variable. */
function* valuesOf(name: string, text: string): Generator<RegExpExecArray | null> {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
    yield matchAt(VALUE, text, at + name.length);
}

/** The text of an object; it may be longer where its braces are hard to read. */
function objectAt(text: string, start: number): string {
  let depth = 0;
  BRACES.lastIndex = start;
  for (let found = BRACES.exec(text); found; found = BRACES.exec(text)) {
    if (found[0] === "{") depth++;
    else if (found[0] === "}" && --depth === 0) return text.slice(start, found.index + 1);
  }
  return text.slice(start);
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
