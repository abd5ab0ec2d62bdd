import type { TSESTree } from "@typescript-eslint/types";
import type { Node } from "../analysis/ast.ts";
import type { SourceFile } from "../analysis/source.ts";
import { scan } from "./tokens.ts";

export type Quote = '"' | "'";

/** A string literal of the file that could as well have the other quotes. */
interface Choice {
  at: number;
  quote: Quote;
}

const cache = new WeakMap<TSESTree.Program, readonly Choice[]>();

/** The quotes for a new string: those of most strings of the file, else of the string nearest to the place, else double ones. */
export function quoteAt(file: SourceFile, at: number): Quote {
  const all = choicesOf(file);
  const single = all.filter((each) => each.quote === "'").length;
  if (single * 2 !== all.length) return single * 2 > all.length ? "'" : '"';
  const distance = (each: Choice) => Math.abs(each.at - at);
  return all.toSorted((a, b) => distance(a) - distance(b))[0]?.quote ?? '"';
}

/** Gives the string literals of new text the quotes that the file has at a place. */
export function quoted(file: SourceFile, at: number, added: string): string {
  let result = "";
  for (const token of scan(added, 0)) {
    const gap = added.slice(result.length, token.range[0]);
    result += gap + (token.type === "StringLiteral" ? withQuote(token.text, quoteAt(file, at)) : token.text);
  }
  return result + added.slice(result.length);
}

/** A string literal with other quotes, of the same length; as it is where the contents would have to change. */
function withQuote(literal: string, quote: Quote): string {
  const contents = literal.slice(1, -1);
  return /['"\\]/.test(contents) ? literal : quote + contents + quote;
}

/** Strings of JSX attributes are not looked at: they have quotes of their own in most styles. */
function choicesOf(file: SourceFile): readonly Choice[] {
  let found = cache.get(file.ast);
  if (!found) cache.set(file.ast, (found = collect(file)));
  return found;
}

function collect({ ast, text, visitorKeys }: SourceFile): Choice[] {
  const found: Choice[] = [];
  const rest: Node[] = [ast];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.type === "Literal" && typeof node.value === "string") {
      const quote = text[node.range[0]];
      const contents = text.slice(node.range[0] + 1, node.range[1] - 1);
      if ((quote === "'" || quote === '"') && !/['"]/.test(contents)) found.push({ at: node.range[0], quote });
      continue;
    }
    if (node.type === "JSXAttribute" && node.value?.type === "Literal") continue;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      // A list may be longer than what a call takes as arguments.
      for (const each of [child].flat()) if (each) rest.push(each as Node);
    }
  }
  return found;
}
