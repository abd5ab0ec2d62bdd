import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Comment, ParsedFile } from "../../lint/parse.ts";
import type { Parsed } from "../document.ts";
import { nodesAt } from "../targets.ts";

/** Stands where the user is to say why. */
const REASON = "-- reason";

/** The edit that switches a rule off for the line of a report: joined to a directive that is there, else a comment of its own, in JSX as in script. */
export function disableLine(
  document: TextDocument,
  { file, shift }: Parsed,
  rule: string,
  { start }: Range,
): TextEdit | null {
  if (!file) return null;
  const directive = file.comments.find(
    (each) => each.loc.end.line === start.line && labelled(each, "eslint-disable-next-line"),
  );
  if (directive) return joined(document, shift, directive, rule);
  const at = Math.max(document.offsetAt({ line: start.line, character: 0 }) - shift, 0);
  const position = document.positionAt(at + shift);
  const inside = nodesAt(file, at).findLast(({ range }) => range[0] < at && at < range[1]);
  const text = `eslint-disable-next-line ${rule} ${REASON}`;
  if (inside?.type === "TemplateElement" || inside?.type === "TemplateLiteral")
    return { range: { start, end: start }, newText: `/* ${text.replace("next-line", "line")} */ ` };
  const indent = /^[ \t]*/.exec(file.text.slice(at))?.[0] ?? "";
  const inMarkup = inside?.type === "JSXText" || inside?.type === "JSXElement" || inside?.type === "JSXFragment";
  return {
    range: { start: position, end: position },
    newText: `${indent}${inMarkup ? `{/* ${text} */}` : `// ${text}`}${lineEnd(document)}`,
  };
}

/** The edit that switches a rule off for the whole file. */
export function disableFile(document: TextDocument, { file, shift }: Parsed, rule: string): TextEdit | null {
  if (!file) return null;
  const first = (file.ast.body[0]?.range[0] ?? file.text.length) as number;
  const directive = file.comments.find(
    (each) => each.type === "Block" && each.range[1] <= first && labelled(each, "eslint-disable"),
  );
  if (directive) return joined(document, shift, directive, rule);
  const position = document.positionAt(shift + afterHashbang(file));
  return {
    range: { start: position, end: position },
    newText: `/* eslint-disable ${rule} ${REASON} */${lineEnd(document)}`,
  };
}

function labelled({ value }: Comment, label: string): boolean {
  return new RegExp(`^\\s*${label}(?=\\s)`).test(value) && /\S/.test(value.replace(label, "").split(/\s--/)[0] ?? "");
}

/** Adds a rule behind the last one of a directive, before its reason. */
function joined(document: TextDocument, shift: number, { value, range }: Comment, rule: string): TextEdit {
  const list = (value.split(/\s-{2,}\s/)[0] as string).trimEnd();
  const position = document.positionAt(shift + range[0] + 2 + list.length);
  return { range: { start: position, end: position }, newText: `, ${rule}` };
}

function afterHashbang({ text }: ParsedFile): number {
  return /^#![^\n\r]*(?:\r\n|\n|\r|$)/.exec(text)?.[0].length ?? 0;
}

function lineEnd(document: TextDocument): string {
  return /\r\n/.test(document.getText()) ? "\r\n" : "\n";
}
