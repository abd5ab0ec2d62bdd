import type { Problem } from "../src/problem.ts";
import type { Edit } from "../src/rule.ts";

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce((result, { range, text: added }) => result.slice(0, range[0]) + added + result.slice(range[1]), text);
}

/** The lines that differ: what is between the first and the last of them, before and after. */
function difference(before: readonly string[], after: readonly string[]): string[] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let [end, other] = [before.length, after.length];
  while (end > start && other > start && before[end - 1] === after[other - 1]) {
    end--;
    other--;
  }
  return [
    ...before.slice(start, end).map((line) => `    - ${line}`),
    ...after.slice(start, other).map((line) => `    + ${line}`),
  ];
}

/** All that people get to see of a finding, a thing a line. */
export function written(text: string, problem: Problem): string {
  const { messageId, range, help, facts, related } = problem;
  return [
    `${place(text, range[0])} ${messageId}`,
    `  ${problem.text}`,
    ...(help === undefined ? [] : [`  Help: ${help}`]),
    ...(facts.length === 0 ? [] : [`  Facts: ${facts.join(", ")}`]),
    ...related.map((each) => `  See ${place(text, each.range[0])}: ${each.text}`),
    ...problem
      .suggestions()
      .flatMap((each) => [
        `  Suggestion: ${each.text}`,
        ...difference(text.split("\n"), applied(text, each.edits).split("\n")),
      ]),
  ]
    .map((line) => line.trimEnd())
    .join("\n");
}
