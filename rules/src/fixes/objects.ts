import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Node, type Range } from "../analysis/ast.ts";
import type { Edit } from "../rule.ts";
import type { SourceFile } from "../analysis/source.ts";
import {
  beginsLine,
  breaks,
  indentAt,
  indentUnit,
  insert,
  joined,
  lineEnd,
  lineStart,
  newlineOf,
  pastBreak,
} from "./layout.ts";
import { quoteAt, type Quote } from "./quotes.ts";
import { tokens } from "./tokens.ts";

export function propertyNamed(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | null {
  return (
    object.properties.findLast(
      (each): each is TSESTree.Property => each.type === "Property" && nameOf(each) === name,
    ) ?? null
  );
}

/** A key as it is written: quoted where it is not an identifier. */
function keyText(name: string, quote: Quote): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote + name + quote;
}

/** `port`, or `port: value` where the value is written otherwise. */
export function propertyText(name: string, value: string, quote: Quote = '"'): string {
  return value === name ? name : `${keyText(name, quote)}: ${value}`;
}

/**
 * Adds a property behind all others, so that no spread overrides it, in the layout of the literal.
 * `spread`: as the only property of an object that is spread.
 */
export function appendProperty(
  file: SourceFile,
  object: TSESTree.ObjectExpression,
  name: string,
  value: string,
  { spread = false } = {},
): Edit[] | null {
  const { text } = file;
  const plain = propertyText(name, value, quoteAt(file, object.range[0]));
  const property = spread ? `...{ ${plain} }` : plain;
  const last = object.properties.at(-1);
  const open = object.range[0] + 1;
  const close = object.range[1] - 1;
  if (!last) {
    if (tokens(text, open, close).length === 0) return [{ range: [open, close], text: ` ${property} ` }];
    return [insert(open, ` ${property},`)];
  }
  const behind = tokens(text, last.range[1], close);
  const comma = behind.find((each) => each.text === ",");
  if (!breaks(text, last.range[1], close)) {
    const end = behind.at(-1)?.range[1] ?? last.range[1];
    if (behind.some((each) => each.comment === "line")) return null;
    return [insert(end, comma ? ` ${property},` : `, ${property}`)];
  }
  const end = behind.filter((each) => !breaks(text, last.range[1], each.range[0])).at(-1)?.range[1] ?? last.range[1];
  const indent = beginsLine(text, last.range[0])
    ? indentAt(text, last.range[0])
    : indentAt(text, object.range[0]) + indentUnit(text);
  const lineComma = comma && comma.range[1] > end ? null : comma;
  if (comma && !lineComma) return null;
  return joined([
    ...(comma ? [] : [insert(last.range[1], ",")]),
    insert(end, `${newlineOf(text)}${indent}${property}${comma ? "," : ""}`),
  ]);
}

/** Removes elements of one object literal that stand one after the other, in the layout of the literal. */
export function removeRun(file: SourceFile, elements: readonly TSESTree.ObjectLiteralElement[]): Edit[] | null {
  const [first] = elements;
  const last = elements.at(-1);
  return first && last ? removeBetween(file, first, last) : null;
}

/**
 * Removes an element of an object literal with its comma; with its lines and the comments on them where nothing else stands there.
 * A conditional spread that would be left empty goes as a whole.
 */
export function removeElement(file: SourceFile, element: TSESTree.ObjectLiteralElement): Edit[] | null {
  return removeBetween(file, element, element);
}

function removeBetween(
  file: SourceFile,
  one: TSESTree.ObjectLiteralElement,
  other: TSESTree.ObjectLiteralElement,
): Edit[] | null {
  const object = one.parent as Node | undefined;
  if (object?.type !== "ObjectExpression") return null;
  const i = object.properties.indexOf(one);
  const j = object.properties.indexOf(other);
  const spread = i === 0 && j === object.properties.length - 1 ? emptiedSpread(object) : null;
  if (spread) return removeElement(file, spread);
  const { text } = file;
  const element: { range: Range } = { range: [one.range[0], other.range[1]] };
  const previous = object.properties[i - 1];
  const next = object.properties[j + 1];
  const from = previous?.range[1] ?? object.range[0] + 1;
  const to = next?.range[0] ?? object.range[1] - 1;
  const before = tokens(text, from, element.range[0]);
  const after = tokens(text, element.range[1], to);
  const commaBefore = before.find((each) => each.text === ",");
  const commaAfter = after.find((each) => each.text === ",");
  const sameLine = after.filter(
    (each) => !breaks(text, element.range[1], each.range[0]) && each.range[1] <= lineEnd(text, element.range[1]),
  );
  const leading = before.filter(
    (each) =>
      each.comment &&
      !breaks(text, each.range[0], element.range[0]) &&
      (!commaBefore || each.range[0] > commaBefore.range[0]),
  );
  const start = leading[0]?.range[0] ?? element.range[0];
  const end = sameLine.at(-1)?.range[1] ?? element.range[1];
  const aloneOnLines = beginsLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === "";
  const dangling = !commaAfter && commaBefore && !next;
  if (aloneOnLines) {
    const hadTrailingComma = commaAfter !== undefined;
    const edits: Edit[] = [{ range: [lineStart(text, start), pastBreak(text, lineEnd(text, end))], text: "" }];
    if (!hadTrailingComma && commaBefore) edits.push({ range: commaBefore.range, text: "" });
    return joined(edits);
  }
  if (dangling) return [{ range: [commaBefore.range[0], commentsEnd(text, element.range[1], to)], text: "" }];
  if (!commaAfter) {
    const alone = before.every((each) => !each.comment) && after.every((each) => !each.comment);
    return [{ range: alone ? [from, to] : element.range, text: "" }];
  }
  if (!next && commaBefore) {
    // `{ a, b, }` becomes `{ a, }`.
    return [{ range: [commaBefore.range[1], commaAfter.range[1]], text: "" }];
  }
  if (!next)
    return [{ range: after.some((each) => each.comment) ? [start, commaAfter.range[1]] : [from, to], text: "" }];
  const stop = sameLine.some((each) => each.comment === "line") ? end : commaAfter.range[1];
  const behind = stop + /^[^\S\r\n]*/.exec(text.slice(stop))![0].length;
  // No white space is left at the end of a line.
  const front = lineEnd(text, behind) === behind ? text.slice(0, start).trimEnd().length : start;
  return [{ range: [front, behind], text: "" }];
}

function commentsEnd(text: string, from: number, to: number): number {
  return (
    tokens(text, from, to)
      .filter((each) => each.comment === "block" && !breaks(text, from, each.range[1]))
      .at(-1)?.range[1] ?? from
  );
}

/** The spread that holds nothing but this object literal: `...(x && {…})`, `...(x ? {…} : {})`, `...{…}`. */
export function emptiedSpread(object: TSESTree.ObjectExpression): TSESTree.SpreadElement | null {
  let at: Node = object;
  for (let parent = at.parent as Node | undefined; parent; at = parent, parent = at.parent as Node | undefined) {
    if (parent.type === "SpreadElement") return parent;
    if (parent.type === "LogicalExpression" && parent.operator === "&&" && parent.right === at) continue;
    if (
      parent.type === "ConditionalExpression" &&
      parent.test !== at &&
      isEmpty(parent.consequent === at ? parent.alternate : parent.consequent)
    )
      continue;
    if (parent.type !== "ObjectExpression" && unwrap(parent) === unwrap(at)) continue;
    return null;
  }
  return null;
}

function isEmpty(node: Node): boolean {
  const at = unwrap(node);
  if (at.type === "ObjectExpression") return at.properties.length === 0;
  return (
    (at.type === "Literal" && (at.value === null || at.value === false)) ||
    (at.type === "Identifier" && at.name === "undefined")
  );
}
