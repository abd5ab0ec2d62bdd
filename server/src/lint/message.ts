import { fullText, merged } from "../../../rules/src/problem.ts";
import type { LocatedProblem, Place } from "./located.ts";

/** ESLint's message; lines and columns from 1, the end exclusive. */
export interface Message extends Omit<Place, "endLine" | "endColumn"> {
  endLine?: number;
  endColumn?: number;
  /** `portreuse/require-reuse-option`; null for a file that cannot be parsed. */
  ruleId: string | null;
  severity: 1 | 2;
  message: string;
  messageId?: string;
  fatal?: true;
  suggestions?: {
    messageId: string;
    data?: Readonly<Record<string, string>>;
    desc: string;
    fix: { range: [number, number]; text: string };
  }[];
}

/** A problem as ESLint says it. `text` is the file's, without its byte order mark. */
export function toMessage(problem: LocatedProblem, text: string): Message {
  const { rule, severity, messageId, place } = problem;
  const message = fullText(problem);
  if (rule === null) return { ruleId: null, severity, fatal: true, message, line: place.line, column: place.column };
  const suggestions = problem.suggestions.map((each) => ({
    messageId: each.messageId,
    ...(Object.keys(each.data).length > 0 && { data: each.data }),
    desc: each.text,
    fix: merged(text, each.edits),
  }));
  return {
    ruleId: `portreuse/${rule}`,
    severity,
    message,
    ...(messageId !== null && { messageId }),
    ...place,
    ...(suggestions.length > 0 && { suggestions }),
  };
}
