import { codeFrameColumns } from "@babel/code-frame";
import { fact } from "../../../../rules/src/kernel/facts.ts";
import type { FormatInput } from "../formats.ts";
import type { FileReport, Report } from "../scan.ts";
import { painter, shown, summary } from "./words.ts";

/** Longer lines are generated code, and a frame of them tells nothing. */
const LONGEST_LINE = 500;

/** For people who want to understand: each finding with its code and, in one line, what the kernel or runtime does. */
export function codeframe(input: FormatInput): string {
  if (input.reports.length === 0) return "";
  const blocks = input.reports.flatMap((file) => file.reports.map((report) => block(file, report, input)));
  return `\n${blocks.join("\n\n")}\n\n${painter(input.colour)("bold", `✖ ${summary(input)}`)}\n`;
}

function block({ path, text }: FileReport, { message, facts }: Report, { cwd, colour }: FormatInput): string {
  const paint = painter(colour);
  const { line, column, severity, ruleId } = message;
  const head = `${paint(severity === 2 ? "red" : "yellow", severity === 2 ? "error" : "warning")} ${paint("dim", ruleId ?? "syntax")} ${shown(path, cwd)}:${line}:${column}`;
  const because = facts[0] === undefined ? [] : [paint("cyan", `= ${fact(facts[0]).summary}`)];
  return [head, message.message, frame(text, message, colour), ...because].filter((each) => each !== "").join("\n");
}

function frame(text: string, { line, column, endLine, endColumn }: Report["message"], colour: boolean): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines.slice(Math.max(0, line - 3), line + 2).some((each) => each.length > LONGEST_LINE)) return "";
  const end = endLine === line && endColumn !== undefined ? { end: { line, column: endColumn } } : {};
  return codeFrameColumns(
    lines.join("\n"),
    { start: { line, column }, ...end },
    { highlightCode: colour, forceColor: colour, linesAbove: 2, linesBelow: 2 },
  );
}
