import jsTokens, { type Token as JsToken } from "js-tokens";
import type { Range } from "../analysis/ast.ts";

/** A token of the text that is not white space. */
export interface Token {
  /** Offsets in the whole text. */
  range: Range;
  text: string;
  type: JsToken["type"];
  /** What kind of comment it is; null for everything else, the `#!` line of a program included. */
  comment: "line" | "block" | null;
}

const COMMENTS: Partial<Record<JsToken["type"], "line" | "block">> = {
  SingleLineComment: "line",
  MultiLineComment: "block",
};

/**
 * The tokens of a stretch of text, one after the other. A stretch has to begin where a token begins.
 * It is read as JavaScript: between the nodes of a tree TypeScript and JSX have the same commas, parentheses and comments.
 */
export function* scan(text: string, from: number, to = text.length): Generator<Token> {
  let end = from;
  for (const { type, value } of jsTokens(text.slice(from, to))) {
    const start = end;
    end += value.length;
    if (type === "WhiteSpace" || type === "LineTerminatorSequence") continue;
    yield { range: [start, end], text: value, type, comment: COMMENTS[type] ?? null };
  }
}

export function tokens(text: string, from: number, to: number): Token[] {
  return [...scan(text, from, to)];
}

/** The first token of a stretch that is not a comment. */
export function firstToken(text: string, from: number, to = text.length): Token | null {
  for (const token of scan(text, from, to)) if (!token.comment) return token;
  return null;
}

/** The last token of a text that is not a comment. */
function lastToken(text: string): Token | null {
  return tokens(text, 0, text.length).findLast((each) => !each.comment) ?? null;
}

/** A statement with its semicolon, or without one. A block needs none. */
export function ended(statement: string, semicolon: boolean): string {
  const last = lastToken(statement);
  if (last?.text === ";")
    return semicolon ? statement : statement.slice(0, last.range[0]) + statement.slice(last.range[1]);
  return !semicolon || !last || last.text === "}"
    ? statement
    : `${statement.slice(0, last.range[1])};${statement.slice(last.range[1])}`;
}

/** Whether a stretch holds a comment; `"//"` inside a string is none. */
export function hasComment(text: string, from: number, to: number, kind?: "line" | "block"): boolean {
  return tokens(text, from, to).some((each) => each.comment !== null && (!kind || each.comment === kind));
}

/** Tokens that a statement may begin with and that would go on with a statement above without a semicolon. */
const CONTINUING = new Set(["(", "[", "/", "+", "-", "<"]);

/** Whether what stands at a position would be read as a part of the statement above, if that has no semicolon. */
export function continues(text: string, from: number): boolean {
  const token = firstToken(text, from);
  return (
    token !== null &&
    (token.type === "RegularExpressionLiteral" ||
      token.type === "NoSubstitutionTemplate" ||
      token.type === "TemplateHead" ||
      (token.type === "Punctuator" && CONTINUING.has(token.text)))
  );
}
