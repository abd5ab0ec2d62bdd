import { parseFile } from "../../../server/src/lint/parse.ts";
import type { Node } from "../../src/analysis/ast.ts";
import type { SourceFile } from "../../src/analysis/source.ts";
import type { Value } from "../../src/analysis/value.ts";

export interface Snippet {
  file: SourceFile;
  /** The expressions that stand between « and » in the code, in order of their opening marks. */
  marks: Node[];
}

/** Parses code with marked expressions: `const a = 1; f(«a»);`. */
export function snippet(code: string, path = "a.ts"): Snippet {
  const ranges: [number, number][] = [];
  const open: number[] = [];
  let text = "";
  for (const character of code) {
    if (character === "«") open.push(ranges.push([text.length, -1]) - 1);
    else if (character === "»") ranges[open.pop() as number]![1] = text.length;
    else text += character;
  }
  const file = parseFile(text, path);
  return { file, marks: ranges.map((range) => nodeAt(file, range)) };
}

/** The one marked expression of a snippet. */
export function marked(code: string, path?: string): Node {
  const { marks } = snippet(code, path);
  if (marks.length !== 1) throw new Error(`${marks.length} marks`);
  return marks[0] as Node;
}

/** The outermost node with this range. */
function nodeAt(file: SourceFile, [start, end]: readonly [number, number]): Node {
  const search = (node: Node): Node | null => {
    if (node.range[0] > start || node.range[1] < end) return null;
    if (node.range[0] === start && node.range[1] === end && !/^(?:Program|ExpressionStatement)$/.test(node.type))
      return node;
    for (const key of file.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key];
      for (const each of Array.isArray(child) ? child : [child]) {
        const found = each && search(each);
        if (found) return found;
      }
    }
    return null;
  };
  const found = search(file.ast);
  if (!found) throw new Error(`no node at ${start}-${end}: ${file.text.slice(start, end)}`);
  return found;
}

/** A value in a few words: `net.createServer`, `a net.Server`, `net.Server#listen`, `object Pool`, `function start`. */
export function inWords(value: Value | null): string {
  switch (value?.kind) {
    case undefined:
      return "nothing";
    case "path":
      return value.path;
    case "instance":
      return `a ${value.type}`;
    case "method":
      return `${value.type}#${value.name}`;
    case "c":
      return `C ${value.name}`;
    case "local":
      return nodeInWords(value.node);
    case "object":
      return `object ${nodeInWords(value.cls).replace(/^\w+ /, "")}`;
  }
}

function nodeInWords(node: Node): string {
  const name = "id" in node && node.id?.type === "Identifier" ? ` ${node.id.name}` : "";
  if (node.type.startsWith("Class")) return `class${name}`;
  if (node.type === "ObjectExpression") return "literal";
  return /Function/.test(node.type) ? `function${name}` : node.type;
}
