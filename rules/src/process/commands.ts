import { unwrap, type Call, type Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { inSteps } from "../analysis/in-steps.ts";
import { resolve } from "../analysis/values.ts";
import { textOf, valueOf } from "./calls.ts";
import { propertyOf } from "./counts.ts";
import { targetOf, wordTarget, type Target } from "./targets.ts";

/** A word of a command line: what is written, or an expression that gives it. `null`: any number of words nobody knows. */
type Word = string | Node | null;

const RUNTIME =
  /(?:^|[\\/])(?:node|nodejs|bun|deno|tsx|ts-node|ts-node-dev|ts-node-esm|nodemon|electron)(?:\.exe|\.cmd)?$/;
const RUNNER = /(?:^|[\\/])(?:npx|bunx|pnpx|env|nice|sudo|cross-env)(?:\.exe|\.cmd)?$/;
const OWN_RUNTIME = /^(?:process\.execPath|process\.argv\.0|process\.argv0|deno\.execPath\(\))$/;
/** Flags of node, bun, deno and tsx that take the next word. */
const TAKES_VALUE =
  /^(?:-r|--require|--import|--loader|--experimental-loader|-C|--conditions|--env-file|--config|-c|--preload|--tsconfig|-P|--project|--input-type|--title|--cwd)$/;
/** The program is given as code. */
const CODE = /^(?:-e|--eval|-p|--print|-pe|--check|--version|-v|-h|--help)$/;

/** The words of a call, by the form that its launcher has. */
export function wordsOf(call: Call, form: "words" | "list" | "array" | "deno"): Word[] {
  const [first, second] = call.arguments as (Node | undefined)[];
  if (!first) return [];
  switch (form) {
    case "words":
      return splitWords(valueOf(first));
    case "list":
      return [first, ...listWords(second)];
    case "array":
      return listWords(propertyOf(first, ["cmd"]) ?? first);
    case "deno":
      return [first, ...listWords(propertyOf(second, ["args"]) ?? undefined)];
  }
}

/** The elements of an array literal, spread arrays and `concat` aside: those are words nobody knows. */
function listWords(node: Node | undefined): Word[] {
  return node ? listWordsIn(node) : [];
}

/** So many arrays that are spread into arrays. */
const DEEPEST = 20;
/** An array of another one twice, which is one of a third one twice, and so on, has more words. */
const MOST_WORDS = 200;

const listWordsIn = inSteps<Word[]>(DEEPEST, [null], (node, next) => {
  const at = valueOf(node);
  if (at.type === "ObjectExpression") return [];
  if (at.type !== "ArrayExpression") return [null];
  const words = at.elements.flatMap((each): Word[] => {
    if (!each) return [null];
    if (each.type !== "SpreadElement") return [each];
    if (isFlags(each.argument)) return [];
    return next(each.argument);
  });
  return words.length > MOST_WORDS ? [...words.slice(0, MOST_WORDS), null] : words;
});

/** `process.execArgv`: the flags of the runtime that runs now. */
function isFlags(node: Node): boolean {
  const value = resolve(unwrap(node));
  return value?.kind === "path" && value.path === "process.execArgv";
}

/** The words of a string or template, quotes taken away; an expression is a word of its own, also beside other text. */
export function splitWords(node: Node): Word[] {
  const known = evaluate(node);
  if (typeof known?.value === "string") return known.value.split(/\s/).filter(Boolean).map(unquoted);
  if (node.type !== "TemplateLiteral") return [null];
  const words: Word[] = [];
  let open = false; // the last word goes on
  for (const [i, quasi] of node.quasis.entries()) {
    const text = quasi.value.cooked ?? "";
    const parts = text.split(/\s/);
    for (const [j, part] of parts.entries()) {
      if (part === "" || /^["']$/.test(part)) continue;
      if (j === 0 && open) words[words.length - 1] = null;
      else words.push(unquoted(part));
    }
    const expression = node.expressions[i];
    if (!expression) break;
    if (/[^\s"']$/.test(text)) words[words.length - 1] = null;
    else words.push(expression);
    open = true;
  }
  return words;
}

function unquoted(word: string): string {
  return word.replace(/^["'](.*)["']$/, "$1");
}

/** What a command line runs, where it runs JavaScript; null where it runs something else. */
export function scriptOf(words: readonly Word[], filename: string): { target: Target; index: number } | null {
  const own = words.findIndex((each) => each !== null && isSelf(targetAt(each, filename)));
  if (own !== -1) return { target: targetAt(words[own]!, filename), index: own };
  let index = 0;
  while (index < words.length && RUNNER.test(wordText(words[index]!) ?? "")) index++;
  const program = words[index];
  if (program === undefined || program === null || !isRuntime(program)) return null;
  let wanted = true; // `run` may stand before the file once
  for (index++; index < words.length; index++) {
    const word = words[index]!;
    if (word === null) return { target: { kind: "unknown" }, index };
    const text = wordText(word);
    if (text === null) return { target: targetOf(word as Node, "cwd", filename), index };
    if (CODE.test(text)) return null;
    if (text.startsWith("-")) {
      if (TAKES_VALUE.test(text)) index++;
    } else if (wanted && /^(?:run|watch|x|exec)$/.test(text)) wanted = false;
    else return { target: wordTarget(text, filename), index };
  }
  return null;
}

function isSelf(target: Target): boolean {
  return target.kind === "self";
}

/** A bare word, such as the name of a command, is not a file here. */
function targetAt(word: string | Node, filename: string): Target {
  const text = wordText(word);
  if (text !== null) return /[\\/.]/.test(text) ? wordTarget(text, filename) : { kind: "unknown" };
  return targetOf(word as Node, "cwd", filename);
}

function wordText(word: Word): string | null {
  if (word === null || typeof word === "string") return word;
  const known = evaluate(word);
  return typeof known?.value === "string" ? known.value : null;
}

function isRuntime(word: string | Node): boolean {
  const text = wordText(word);
  if (text !== null) return RUNTIME.test(text);
  const value = typeof word === "string" ? null : resolve(word);
  if (value?.kind === "path" && OWN_RUNTIME.test(value.path)) return true;
  return typeof word !== "string" && /\bexecPath\b/.test(textOf(valueOf(word)));
}
