import type { TSESTree } from "@typescript-eslint/types";
import { isClass, isFunction, type Node, type Range } from "../analysis/ast.ts";
import type { Edit } from "../rule.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import {
  beginsLine,
  breaks,
  indentAt,
  insert,
  joined,
  lineEnd,
  lineStart,
  newlineOf,
  pastBreak,
  slice,
} from "./layout.ts";
import { continues, ended, hasComment, scan, tokens } from "./tokens.ts";

/** The statement that runs a node once whenever it runs itself, with its neighbours; null where a branch or a function lies between. */
export function statementOf(node: Node): { statement: Node; block: Node; siblings: readonly Node[] } | null {
  for (let at = node; at.parent; at = at.parent as Node) {
    const parent = at.parent as Node;
    if (isFunction(parent) || isClass(at)) return null;
    if (
      (parent.type === "ConditionalExpression" && parent.test !== at) ||
      (parent.type === "LogicalExpression" && parent.right === at)
    )
      return null;
    const siblings = bodyOf(parent);
    if (siblings?.includes(at)) return { statement: at, block: parent, siblings };
    if (/Statement$/.test(at.type) && parent.type !== "LabeledStatement") return null;
    if (at.type === "CatchClause" || at.type === "SwitchCase") return null;
  }
  return null;
}

function bodyOf(node: Node): readonly Node[] | null {
  switch (node.type) {
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
    case "TSModuleBlock":
      return node.body as readonly Node[];
    case "SwitchCase":
      return node.consequent;
    default:
      return null;
  }
}

/** From the first of the comment lines directly above a statement. */
function withCommentsAbove(text: string, statement: Node, previousEnd: number): number {
  let start = statement.range[0];
  for (const comment of tokens(text, previousEnd, start)
    .filter((each) => each.comment)
    .reverse()) {
    const between = text.slice(comment.range[1], start);
    if (!beginsLine(text, comment.range[0]) || (between.match(/\r\n|\r|\n/g)?.length ?? 0) > 1) break;
    start = comment.range[0];
  }
  return start;
}

/** Nothing that follows can be taken for a part of this statement. */
function isTerminated(text: string, statement: Node): boolean {
  if (slice(text, statement).endsWith(";")) return true;
  switch (statement.type) {
    case "BlockStatement":
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "SwitchStatement":
    case "TryStatement":
    case "TSInterfaceDeclaration":
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
      return true;
    case "IfStatement":
      return isTerminated(text, statement.alternate ?? statement.consequent);
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "LabeledStatement":
      return isTerminated(text, statement.body);
    case "ExportNamedDeclaration":
      return statement.declaration !== null && isTerminated(text, statement.declaration);
    default:
      return false;
  }
}

/** The end of an expression statement; a semicolon on a later line guards the statement after it and stays there. */
function endOf(text: string, statement: TSESTree.ExpressionStatement): number {
  const behind = tokens(text, statement.expression.range[1], statement.range[1]).filter((each) => !each.comment);
  const closed = behind.findLast((each) => each.text === ")")?.range[1] ?? statement.expression.range[1];
  const semicolon = behind.at(-1)?.text === ";" ? behind.at(-1)!.range[0] : closed;
  return breaks(text, closed, semicolon) ? closed : statement.range[1];
}

/**
 * Puts a statement on a line of its own before another, in the file's way with semicolons.
 * `verbatim`: its lines are indented already.
 */
export function before(file: SourceFile, node: Node, statement: string, { verbatim = false } = {}): Edit[] | null {
  const place = statementOf(node);
  if (!place) return null;
  const { text } = file;
  const own = slice(text, place.statement);
  const i = place.siblings.indexOf(place.statement);
  const previous = place.siblings[i - 1];
  const open = previous ? previous.range[1] : place.block.type === "Program" ? 0 : place.block.range[0];
  let added = statement.trim();
  const bare =
    /(?:Expression|Return|Throw)Statement|VariableDeclaration/.test(place.statement.type) && !own.endsWith(";");
  added = ended(added, !(bare && beginsLine(text, place.statement.range[0]) && !continues(own, 0)));
  if (previous && !isTerminated(text, previous) && continues(added, 0)) added = `;${added}`;
  const start = withCommentsAbove(text, place.statement, open);
  if (!beginsLine(text, start)) return [insert(start, `${added} `)];
  const indent = indentAt(text, start);
  const lines = verbatim ? added : added.replaceAll(/\r?\n/g, newlineOf(text) + indent);
  return [insert(start, `${lines}${newlineOf(text)}${indent}`)];
}

/** The end of the comments that stand right behind a position and end on its line; the position itself where there are none. */
function commentsEnd(text: string, from: number): number {
  let end = from;
  for (const { comment, range } of scan(text, from)) {
    if (!comment || breaks(text, from, range[1])) break;
    end = range[1];
  }
  return end;
}

/** Moves an expression statement, with the comments beside and directly above it, before an earlier statement of its block. */
export function move(file: SourceFile, node: Node, target: Node): Edit[] | null {
  const from = statementOf(node);
  const to = statementOf(target);
  if (!from || !to || from.block !== to.block || from.statement.type !== "ExpressionStatement") return null;
  const { text } = file;
  const i = from.siblings.indexOf(from.statement);
  const j = to.siblings.indexOf(to.statement);
  if (j >= i || !isFree(file, from.statement, to.statement)) return null;
  const moved = from.statement;
  const previous = from.siblings[i - 1]!;
  const next = from.siblings[i + 1];
  const start = withCommentsAbove(text, moved, previous.range[1]);
  const stop = endOf(text, moved);
  const end = commentsEnd(text, stop);
  const ended = text[stop - 1] === ";";
  const beforeTarget = to.siblings[j - 1];
  if (next && hangs(text, previous, stop)) return null;
  if (beforeTarget && hangs(text, beforeTarget, moved.range[0])) return null;
  const open = beforeTarget?.range[1] ?? (to.block.type === "Program" ? 0 : to.block.range[0]);
  const at = withCommentsAbove(text, to.statement, open);
  let carried = text.slice(start, end);
  const wholeLines = beginsLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === "";
  const inline = !wholeLines || !beginsLine(text, at);
  if (!ended && (inline || continues(text, to.statement.range[0])))
    carried = `${carried.slice(0, stop - start)};${carried.slice(stop - start)}`;
  const removed: Range = wholeLines
    ? [lineStart(text, start), pastBreak(text, lineEnd(text, end))]
    : [start, end + /^[^\S\r\n]*/.exec(text.slice(end))![0].length];
  if (inline) {
    if (hasComment(carried, 0, carried.length, "line")) return null;
    return joined([insert(at, `${carried} `), { range: removed, text: "" }]);
  }
  return joined([insert(at, `${carried}${newlineOf(text)}${indentAt(text, at)}`), { range: removed, text: "" }]);
}

/** What the moved statement reads is the same before the target: nothing of it is declared, written or filled in between. */
function isFree(file: SourceFile, moved: Node, target: Node): boolean {
  const between = (node: { range: Range }) => node.range[0] >= target.range[0] && node.range[1] <= moved.range[0];
  const variables = indexOf(file).variableOf;
  for (const [node, variable] of variables) {
    if (node.range[0] < moved.range[0] || node.range[1] > moved.range[1]) continue;
    if (
      variable.defs.some(
        (each) => between(each.node as Node) || variable.identifiers.some((name) => between(name as Node)),
      )
    )
      return false;
    const mayChange = !isMemberObject(node) && !isCallee(node);
    for (const reference of variable.references) {
      if (!between(reference.identifier as Node)) continue;
      if (reference.isWrite()) return false;
      if (mayChange && isMemberObject(reference.identifier as Node)) return false;
    }
  }
  return true;
}

function isMemberObject(node: Node): boolean {
  return node.parent?.type === "MemberExpression" && node.parent.object === node;
}

function isCallee(node: Node): boolean {
  return node.parent?.type === "CallExpression" && node.parent.callee === node;
}

/** What comes behind a position would be taken for a part of a statement that has no semicolon. */
function hangs(text: string, previous: Node, from: number): boolean {
  return !isTerminated(text, previous) && continues(text, from);
}

/** Removes an expression that is a statement of its own, with the line and the comment beside it. */
export function removeStatement({ text }: SourceFile, expression: Node): Edit[] | null {
  const statement = expression.parent as Node | undefined;
  const block = statement?.parent as Node | undefined;
  if (statement?.type !== "ExpressionStatement" || !block) return null;
  const siblings = bodyOf(block);
  // `if (x) options.a = b;` needs a statement there.
  if (!siblings)
    return block.type === "IfStatement" && !block.alternate && block.consequent === statement
      ? [{ range: [statement.range[0], statement.range[1]], text: "{}" }]
      : null;
  return removeFrom(text, siblings, statement, endOf(text, statement));
}

/** Removes a declaration, with its line and the comment beside it. */
export function removeDeclaration({ text }: SourceFile, declaration: TSESTree.VariableDeclaration): Edit[] | null {
  const siblings = bodyOf(declaration.parent as Node);
  return siblings && removeFrom(text, siblings, declaration, declaration.range[1]);
}

/** Null where the statement behind would then be taken for a part of the one before. */
function removeFrom(text: string, siblings: readonly Node[], statement: Node, end: number): Edit[] | null {
  const i = siblings.indexOf(statement);
  const previous = siblings[i - 1];
  const next = siblings[i + 1];
  if (previous && next && hangs(text, previous, end)) return null;
  return [{ range: wholeRange(text, statement.range[0], end), text: "" }];
}

/** A stretch with the line and the comments behind it, where nothing else stands on the line. */
function wholeRange(text: string, start: number, end: number): Range {
  const stop = commentsEnd(text, end);
  if (beginsLine(text, start) && text.slice(stop, lineEnd(text, stop)).trim() === "")
    return [lineStart(text, start), pastBreak(text, lineEnd(text, stop))];
  return [start, end + /^[^\S\r\n]*/.exec(text.slice(end))![0].length];
}
