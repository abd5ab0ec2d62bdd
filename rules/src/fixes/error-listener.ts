import type { TSESTree } from "@typescript-eslint/types";
import { contains, unwrap, type FunctionNode, type Node } from "../analysis/ast.ts";
import type { SourceFile } from "../analysis/source.ts";
import { variableOf } from "../analysis/variables.ts";
import type { Edit } from "../rule.ts";
import type { DeafTry } from "../sockets/listen-catch.ts";
import type { ApiSite } from "../sockets/site.ts";
import {
  beginsLine,
  indentAt,
  indentUnit,
  insert,
  joined,
  lineEnd,
  lineStart,
  newlineOf,
  pastBreak,
  slice,
} from "./layout.ts";
import { quoteAt } from "./quotes.ts";
import { removeStatement, statementOf } from "./statements.ts";
import { firstToken } from "./tokens.ts";

/** Puts an 'error' listener behind a listen: `.on("error", …)`; null where what it gives back has no such method of its own. */
function listening(file: SourceFile, site: ApiSite, listener: string): Edit | null {
  const by = site.operation.emitsError?.by;
  if (by === null) return null;
  // `.server.on(…)` gives back the server: only where nobody takes what listen gives back.
  if (by !== undefined && site.call.parent.type !== "ExpressionStatement") return null;
  const quote = quoteAt(file, site.call.range[0]);
  return insert(site.call.range[1], `${by === undefined ? "" : `.${by}`}.on(${quote}error${quote}, ${listener})`);
}

/** Moves what a listening callback does with an error to an 'error' listener; null where the two cannot be told apart. */
export function moveFromCallback(file: SourceFile, site: ApiSite, parameter: TSESTree.Identifier): Edit[] | null {
  const { callback } = site;
  if (!callback || callback.params.length !== 1 || !contains(site.call, callback)) return null;
  if (callback.type === "FunctionExpression" && /\b(?:this|arguments)\b/.test(slice(file.text, callback))) return null;
  const parts =
    callback.body.type === "BlockStatement"
      ? fromBlock(file, callback.body, parameter)
      : fromChoice(file, callback.body, parameter);
  if (!parts) return null;
  const name = slice(file.text, parameter);
  const async = /\bawait\b/.test(parts.handler) ? "async " : "";
  const listener = listening(file, site, `${async}(${name}) => ${parts.handler}`);
  return listener && joined([withoutParameter(file, parameter), ...parts.edits, listener]);
}

/** `if (error) { … }`, the only statement of a callback that reads the error: what it does becomes the listener's body. */
function fromBlock(
  file: SourceFile,
  { body }: TSESTree.BlockStatement,
  parameter: TSESTree.Identifier,
): { handler: string; edits: Edit[] } | null {
  const reads = (variableOf(parameter)?.references ?? []).map((each) => each.identifier as Node);
  const statement = body.find((each) => reads.some((read) => contains(each, read)));
  if (statement?.type !== "IfStatement") return null;
  const { test, consequent, alternate } = statement;
  if (!asksForError(test, parameter) || !reads.every((read) => contains(test, read) || contains(consequent, read)))
    return null;
  if (alternate !== null && alternate.type !== "BlockStatement") return null;
  const { text } = file;
  const outer = indentAt(text, statement.range[0]).slice(indentUnit(text).length);
  const handler =
    consequent.type === "BlockStatement"
      ? shifted(text, consequent, outer)
      : `{${newlineOf(text)}${outer}${indentUnit(text)}${slice(text, consequent)}${newlineOf(text)}${outer}}`;
  const [first, last] = [alternate?.body[0], alternate?.body.at(-1)];
  if (!first || !last) return { handler, edits: [{ range: wholeLines(text, statement), text: "" }] };
  const kept = dedent(
    text.slice(first.range[0], last.range[1]),
    indentAt(text, first.range[0]),
    indentAt(text, statement.range[0]),
  );
  return { handler, edits: [{ range: [statement.range[0], statement.range[1]], text: kept }] };
}

/** `error ? reject(error) : resolve()` as the whole body: one arm for either. */
function fromChoice(
  { text }: SourceFile,
  body: Node,
  parameter: TSESTree.Identifier,
): { handler: string; edits: Edit[] } | null {
  const at = unwrap(body);
  if (at.type !== "ConditionalExpression" || !asksForError(at.test, parameter)) return null;
  const reads = variableOf(parameter)?.references ?? [];
  if (reads.some((each) => contains(at.alternate, each.identifier as Node))) return null;
  if (at.consequent.type === "ObjectExpression" || at.alternate.type === "ObjectExpression") return null;
  const callback = body.parent as FunctionNode;
  const arrow = text.lastIndexOf("=>", body.range[0]) + 2;
  // With the parentheses that may stand around the body.
  return {
    handler: slice(text, at.consequent),
    edits: [{ range: [arrow, callback.range[1]], text: ` ${slice(text, at.alternate)}` }],
  };
}

/** `error`, `error != null`, `error !== undefined`, `error instanceof Error`. */
function asksForError(test: Node, parameter: TSESTree.Identifier): boolean {
  const at = unwrap(test);
  const isParameter = (node: Node) => node.type === "Identifier" && node.name === parameter.name;
  if (isParameter(at)) return true;
  return at.type === "BinaryExpression" && /^(?:!==?|instanceof)$/.test(at.operator) && isParameter(at.left as Node);
}

/** Without its only parameter, and the comma behind that; an arrow function may have it without parentheses. */
function withoutParameter({ text }: SourceFile, { range: [start, end] }: Node): Edit {
  const behind = firstToken(text, end)!;
  return { range: [start, behind.text === "," ? behind.range[1] : end], text: behind.text === "=>" ? "()" : "" };
}

/** Moves the 'error' listener of an application to the server that it makes in the same block. */
export function moveFromApp(file: SourceFile, call: TSESTree.CallExpression, site: ApiSite): Edit[] | null {
  const [from, to] = [statementOf(call), statementOf(site.call)];
  const listener = call.arguments[1];
  if (!from || from.block !== to?.block || !listener || call.arguments.length !== 2) return null;
  const removed = removeStatement(file, call);
  const added = listening(file, site, slice(file.text, listener as Node));
  return removed && added && joined([...removed, added]);
}

/** Makes the catch clause of a listen that stands alone in its try statement an 'error' listener. */
export function moveFromCatch(file: SourceFile, site: ApiSite, tried: DeafTry): Edit[] | null {
  const { text } = file;
  const { block, handler, finalizer } = tried;
  const only = block.body[0];
  const alone = block.body.length === 1 && only?.type === "ExpressionStatement" && only.expression === site.call;
  const body = slice(text, handler.body);
  if (!alone || finalizer || /\b(?:return|break|continue|yield)\b/.test(body)) return null;
  if (handler.param && handler.param.type !== "Identifier") return null;
  const async = /\bawait\b/.test(body) ? "async " : "";
  const outer = indentAt(text, tried.range[0]);
  const parameter = handler.param ? slice(text, handler.param) : "";
  const listener = listening(file, site, `${async}(${parameter}) => ${body}`);
  if (!listener) return null;
  const listen = dedent(slice(text, site.call), indentAt(text, only.range[0]), outer);
  return [{ range: [tried.range[0], tried.range[1]], text: `${listen}${listener.text};` }];
}

/** The text of a block as if its last line stood at this indentation. */
function shifted(text: string, block: Node, indent: string): string {
  return dedent(slice(text, block), indentAt(text, block.range[1]), indent);
}

/** Takes indentation off the lines behind the first; text that holds a template of several lines stays as it is. */
function dedent(code: string, from: string, to: string): string {
  if (/`[^`\n]*\n[^`]*`/.test(code)) return code;
  return code.replaceAll(/(\r?\n)([^\S\r\n]*)/g, (whole, end: string, indent: string) =>
    indent.startsWith(from) ? end + to + indent.slice(from.length) : whole,
  );
}

function wholeLines(text: string, statement: Node): readonly [number, number] {
  const [start, end] = statement.range;
  return beginsLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === ""
    ? [lineStart(text, start), pastBreak(text, lineEnd(text, end))]
    : [start, end];
}
