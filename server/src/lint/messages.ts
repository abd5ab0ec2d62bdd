import { locate } from "./located.ts";
import { toMessage, type Message } from "./message.ts";
import { lineStartsOf } from "./parse.ts";
import { checkText, type CheckInput } from "./problems.ts";

export type { Message } from "./message.ts";

/** Checks one text and says it as ESLint does. */
export function checkMessages(input: CheckInput): Message[] {
  const text = input.text.charCodeAt(0) === 0xfeff ? input.text.slice(1) : input.text;
  const problems = checkText(input);
  const lineStarts = problems.length > 0 ? lineStartsOf(text) : [];
  return problems.map((each) => toMessage(locate(each, lineStarts, true), text));
}
