import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "vscode-languageserver-types";
import { positionAt, type Comment, type ParsedFile } from "../../lint/parse.ts";
import type { Parsed } from "../document.ts";
import { nodesAt } from "../targets.ts";

/** A change of a comment. A comment of its own has room for a reason between `before` and `after`; one that is joined has none. */
export interface DirectiveEdit {
  range: Range;
  before: string;
  after: string | null;
}

/** Whose comments are written; those of the others are joined where they stand in the way. */
type Tool = "eslint" | "portreuse";

/** The edit that switches a rule off for the line of a report: joined to a directive that is there, else a comment of its own, in JSX as in script. */
export function disableLine(
  document: TextDocument,
  { file, shift }: Parsed,
  rule: string,
  tool: Tool,
  { start }: Range,
): DirectiveEdit | null {
  if (!file) return null;
  const directive = file.comments.find(
    (each) => positionAt(file.lineStarts, each.range[1]).line === start.line && labelled(each, "disable-next-line"),
  );
  if (directive) return joined(document, shift, directive, rule);
  const at = Math.max(document.offsetAt({ line: start.line, character: 0 }) - shift, 0);
  const position = document.positionAt(at + shift);
  const inside = nodesAt(file, at).findLast(({ range }) => range[0] < at && at < range[1]);
  if (inside?.type === "TemplateElement" || inside?.type === "TemplateLiteral")
    return { range: { start, end: start }, before: `/* ${tool}-disable-line ${named(rule, tool)}`, after: " */ " };
  const indent = /^[ \t]*/.exec(file.text.slice(at))?.[0] ?? "";
  const text = `${tool}-disable-next-line ${named(rule, tool)}`;
  const range = { start: position, end: position };
  return inside?.type === "JSXText" || inside?.type === "JSXElement" || inside?.type === "JSXFragment"
    ? { range, before: `${indent}{/* ${text}`, after: ` */}${lineEnd(document)}` }
    : { range, before: `${indent}// ${text}`, after: lineEnd(document) };
}

/** The edit that switches a rule off for the whole file. */
export function disableFile(
  document: TextDocument,
  { file, shift }: Parsed,
  rule: string,
  tool: Tool,
): DirectiveEdit | null {
  if (!file) return null;
  const first = (file.ast.body[0]?.range[0] ?? file.text.length) as number;
  const directive = file.comments.find(
    (each) => each.type === "Block" && each.range[1] <= first && labelled(each, "disable"),
  );
  if (directive) return joined(document, shift, directive, rule);
  const position = document.positionAt(shift + afterHashbang(file));
  return {
    range: { start: position, end: position },
    before: `/* ${tool}-disable ${named(rule, tool)}`,
    after: ` */${lineEnd(document)}`,
  };
}

/** Our own comments take the short name. */
function named(rule: string, tool: Tool): string {
  return tool === "portreuse" ? rule : `portreuse/${rule}`;
}

/** Whether a comment is such a directive, of any tool, with a list of rules. */
function labelled({ value }: Comment, kind: string): boolean {
  const [, list] = new RegExp(`^\\s*(?:eslint|oxlint|portreuse)-${kind}\\s([^]*)$`).exec(value) ?? [];
  return list !== undefined && /\S/.test(` ${list}`.split(/\s--/)[0] ?? "");
}

/** Adds a rule behind the last one of a directive, before its reason. */
function joined(document: TextDocument, shift: number, { value, range }: Comment, rule: string): DirectiveEdit {
  const list = (value.split(/\s-{2,}\s/)[0] as string).trimEnd();
  const position = document.positionAt(shift + range[0] + 2 + list.length);
  const tool = /^\s*portreuse-/.test(value) ? "portreuse" : "eslint";
  return { range: { start: position, end: position }, before: `, ${named(rule, tool)}`, after: null };
}

function afterHashbang({ text }: ParsedFile): number {
  return /^#![^\n\r]*(?:\r\n|\n|\r|$)/.exec(text)?.[0].length ?? 0;
}

function lineEnd(document: TextDocument): string {
  return /\r\n/.test(document.getText()) ? "\r\n" : "\n";
}
