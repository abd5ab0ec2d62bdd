import type { Problem } from "../../../rules/src/problem.ts";
import { locate } from "./located.ts";
import { toMessage, type Message } from "./message.ts";
import { lineStartsOf } from "./parse.ts";
import { checkText, type CheckInput } from "./problems.ts";

export type { Message } from "./message.ts";

/** Checks one text and says it as ESLint does. */
export function checkMessages(input: CheckInput): Message[] {
  return messagesOf(checkText(input), input.text);
}

/** Problems of a text as ESLint says them. */
export function messagesOf(problems: readonly Problem[], source: string): Message[] {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const lineStarts = problems.length > 0 ? lineStartsOf(text) : [];
  return problems.map((each) => toMessage(locate(each, lineStarts, true), text));
}
