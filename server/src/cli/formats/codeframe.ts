import { codeFrameColumns } from "@babel/code-frame";
import { printable, printableCode } from "../../../../rules/src/printable.ts";
import { plainText } from "../../../../rules/src/problem.ts";
import { fact } from "../../../../rules/src/kernel/facts.ts";
import type { LocatedProblem, Place } from "../../lint/located.ts";
import { elsewhere, painter, ruleId, shown, summary } from "./words.ts";
import type { FormatInput } from "./input.ts";
import type { FileReport } from "../scan-types.ts";

/** Longer lines are generated code, and a frame of them shows nothing. */
const LONGEST_LINE = 500;

/** For people who want to understand: each finding with its code and, in one line, what the kernel or runtime does. */
export function codeframe(input: FormatInput): string {
  if (input.reports.length === 0) return "";
  const blocks = input.reports.flatMap((file) => file.problems.map((problem) => block(file, problem, input)));
  return `\n${blocks.join("\n\n")}\n\n${painter(input.colour)("bold", `✖ ${summary(input)}`)}\n`;
}

function block({ path, text }: FileReport, problem: LocatedProblem, { cwd, colour }: FormatInput): string {
  const paint = painter(colour);
  const { severity, rule, place, help, facts } = problem;
  const level = paint(severity === 2 ? "red" : "yellow", severity === 2 ? "error" : "warning");
  const name = paint("dim", rule === null ? "syntax" : ruleId(rule));
  return [
    `${level} ${name} ${printable(shown(path, cwd))}:${place.line}:${place.column}`,
    plainText(problem.text),
    frame(text, place, colour),
    ...elsewhere(problem, cwd).map((line) => paint("cyan", `= note: ${line}`)),
    ...(help === undefined ? [] : [paint("cyan", `= help: ${plainText(help)}`)]),
    ...(facts[0] === undefined ? [] : [paint("cyan", `= ${fact(facts[0]).summary}`)]),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function frame(text: string, { line, column, endLine, endColumn }: Place, colour: boolean): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines.slice(Math.max(0, line - 3), line + 2).some((each) => each.length > LONGEST_LINE)) return "";
  // The frame counts columns from 0.
  const place = (to: number) => ({ line, column: spaced((lines[line - 1] ?? "").slice(0, to - 1)).length });
  return codeFrameColumns(
    lines.map(spaced).join("\n"),
    { start: place(column), ...(endLine === line && endColumn > column && { end: place(endColumn) }) },
    { highlightCode: colour, forceColor: colour, linesAbove: 2, linesBelow: 2 },
  );
}

/** Tabs as spaces, as rustc shows them: the frame looks for them in what it has coloured, and marks the wrong place. */
function spaced(line: string): string {
  return printableCode(line).replaceAll("\t", "    ");
}
