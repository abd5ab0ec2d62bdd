import { servedExports } from "../catalogue/served-exports.ts";

/** `fetch(request) {`, `fetch: handler`, `fetch,`; not a look at a property. */
export const METHOD = new RegExp(`\\b${servedExports.method}\\b(?=\\s*[,:}(])(?<!\\.\\s*${servedExports.method})`, "g");
const DECLARED = /\s*(?:[,:}]|\([^)]{0,999}\)\s*(?::[^{;]{0,999})?\{)/y;
const OWN = new RegExp(`\\b(?:${servedExports.own.join("|")})\\b(?=["']?\\s*[,:}])(?<!\\.\\s*\\w+)`);

/**
 * What stands for a module's default export; the whole of a CommonJS module in the second group. A name is looked at last,
 * for every word may be one.
 */
const EXPORT =
  /\bexport\s+default\b|\bas\s+default\b(?<=(?<![\w$.])(?<name>[\w$]+)\s+as\s+default)|(?<whole>\bmodule\s*\.\s*exports\s*=|\bexport\s*=)/g;
/** In front of an object: comments, a parenthesis, a type. */
const LEAD = "(?:\\s|/\\*(?:[^*]|\\*(?!/))*\\*/|//.*\\n|\\(|<[\\w$., ]*(?:<[\\w$., ]*>)?>)*";
const OBJECT = new RegExp(`${LEAD}\\{`, "y");
const NAME = new RegExp(`${LEAD}(?<name>[A-Za-z_$][\\w$]*)\\s*(?![\\w$.([\`=])`, "y");
/** The rest of `app = {`, `app: ExportedHandler = {`. */
const VALUE = new RegExp(`\\s*(?::[^=;]{0,999})?=${LEAD}\\{`, "y");

/** What may hold a brace that is none, and the braces. */
const BRACES = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?|\/\/.*|\/\*[^]*?(?:\*\/|$)|[{}]/g;

/** As many times its length is read of a text in search of objects; where they stand one in another, it may hold one. */
const MOST_READ = 8;

/**
 * Whether a text may export an object with the method that a runtime serves: see sockets/served-exports.ts. Bundles hold
 * both words in many places, and weigh more than all other files together: so the words are looked for in the object.
 */
export function mayServeObject(text: string): boolean {
  if (!hasMethod(text)) return false;
  const tried = new Set<string>();
  let left = MOST_READ * text.length;
  for (const found of text.matchAll(EXPORT)) {
    const whole = found.groups?.["whole"] !== undefined;
    for (const start of objectsOf(found, text, tried)) {
      const object = start === null ? "" : objectAt(text, start);
      if (hasMethod(object) && (!whole || OWN.test(object))) return true;
      left -= object.length + 1;
      if (left < 0) return true;
    }
  }
  return false;
}

function hasMethod(text: string): boolean {
  for (const { index, 0: word } of text.matchAll(METHOD)) if (matchAt(DECLARED, text, index + word.length)) return true;
  return false;
}

/** Where the objects of an export begin; null for a place that holds none. Names that were `tried` are left out. */
function* objectsOf(
  { index, 0: words, groups = {} }: RegExpExecArray,
  text: string,
  tried: Set<string>,
): Generator<number | null> {
  const { name: exported, whole = "" } = groups;
  const end = index + words.length;
  const object = exported === undefined ? matchAt(OBJECT, text, end) : null;
  if (object) yield lastOf(object);
  const name = object ? undefined : (exported ?? matchAt(NAME, text, end)?.groups?.["name"]);
  if (name === undefined || tried.has(whole + name)) return;
  tried.add(whole + name);
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const value = matchAt(VALUE, text, at + name.length);
    yield value && lastOf(value);
  }
}

function lastOf({ index, 0: words }: RegExpExecArray): number {
  return index + words.length - 1;
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
