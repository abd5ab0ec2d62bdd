import type { Call, Node, Range } from "../analysis/ast.ts";
import { borrowed } from "../analysis/borrowed.ts";
import type { Edit } from "../rule.ts";
import { tokens } from "./tokens.ts";

export function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
}

/** The end of the line, before its line break. */
export function lineEnd(text: string, at: number): number {
  const found = /[\r\n]/.exec(text.slice(at));
  return found ? at + found.index : text.length;
}

/** After the line break that stands at a position. */
export function pastBreak(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : at < text.length ? at + 1 : at;
}

/** The white space that the line of a position begins with. */
export function indentAt(text: string, at: number): string {
  return /^[^\S\r\n]*/.exec(text.slice(lineStart(text, at)))![0];
}

export function beginsLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === "";
}

export function breaks(text: string, from: number, to: number): boolean {
  return /[\r\n]/.test(text.slice(from, to));
}

export function newlineOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? "\n";
}

/** What one more level of indentation is in this file. */
export function indentUnit(text: string): string {
  const lines = text.match(/^[ \t]+(?=[^\s*])/gm) ?? [];
  if (lines.some((each) => each.startsWith("\t"))) return "\t";
  const widths = lines.map((each) => each.length).filter((each) => each > 1);
  return " ".repeat(widths.length > 0 ? Math.min(...widths, 8) : 2);
}

export function slice(text: string, node: { range: Range }): string {
  return text.slice(node.range[0], node.range[1]);
}

export function insert(at: number, text: string): Edit {
  return { range: [at, at], text };
}

/** Sorted, with insertions at one place joined in the order given; null when two edits overlap. */
export function joined(edits: readonly Edit[]): Edit[] | null {
  const sorted = edits
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => a.edit.range[0] - b.edit.range[0] || a.edit.range[1] - b.edit.range[1] || a.i - b.i);
  const result: Edit[] = [];
  for (const { edit } of sorted) {
    const last = result.at(-1);
    if (last && edit.range[0] < last.range[1]) return null;
    if (last && edit.range[0] === last.range[1])
      result[result.length - 1] = { range: [last.range[0], edit.range[1]], text: last.text + edit.text };
    else result.push(edit);
  }
  return result;
}

/** An argument of a call: the node, its text with parentheses (`core`), and all that stands between the commas (`cell`). */
export interface Argument {
  node: Node;
  core: Range;
  cell: Range;
}

export interface Arguments {
  /** After the opening and before the closing parenthesis. */
  inner: Range;
  list: Argument[];
  trailingComma: boolean;
}

/**
 * The arguments of a call with their surroundings; null for `new X` without parentheses, and for `.call()` and `.apply()`,
 * whose arguments are not those of what they call.
 */
export function argumentsOf(text: string, call: Call): Arguments | null {
  if (borrowed(call)) return null;
  const from = Math.max(call.callee.range[1], call.typeArguments?.range[1] ?? 0);
  const first = call.arguments[0];
  const open = tokens(text, from, first?.range[0] ?? call.range[1]).find((each) => each.text === "(")?.range[1];
  if (open === undefined) return null;
  const close = call.range[1] - 1;
  const list: Argument[] = [];
  let start = open;
  let trailingComma = false;
  for (const [i, node] of call.arguments.entries()) {
    const next = call.arguments[i + 1];
    const comma = tokens(text, node.range[1], next?.range[0] ?? close).find((each) => each.text === ",");
    if (next && !comma) return null;
    if (!next && comma) trailingComma = true;
    const end = comma?.range[0] ?? close;
    const before = tokens(text, start, node.range[0]).find((each) => !each.comment);
    const after = tokens(text, node.range[1], end).findLast((each) => !each.comment);
    list.push({
      node,
      core: [before?.range[0] ?? node.range[0], after?.range[1] ?? node.range[1]],
      cell: [start, end],
    });
    start = comma?.range[1] ?? close;
  }
  return { inner: [open, close], list, trailingComma };
}
