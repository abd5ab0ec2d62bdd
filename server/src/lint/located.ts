import type { Range } from "../../../rules/src/analysis/ast.ts";
import type { Problem, ProblemSuggestion } from "../../../rules/src/problem.ts";
import { lineStartsOf, positionAt } from "./parse.ts";

/** A place in a file; lines and columns from 1, the end exclusive. */
export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A problem with its places, as plain data that can pass between threads. */
export interface LocatedProblem extends Omit<Problem, "related" | "suggestions"> {
  place: Place;
  /** `path`: absolute, where it is another file. */
  related: readonly { place: Place; text: string; path?: string }[];
  /** Empty where nobody asked for them. */
  suggestions: readonly ProblemSuggestion[];
}

/** `withSuggestions`: to work them out costs more than the problem. */
export function locate(problem: Problem, lineStarts: readonly number[], withSuggestions: boolean): LocatedProblem {
  return {
    ...problem,
    place: placeOf(problem.range, lineStarts),
    related: problem.related.map(({ range, text, elsewhere }) => ({
      place: placeOf(range, elsewhere ? lineStartsOf(elsewhere.content) : lineStarts),
      text,
      ...(elsewhere && { path: elsewhere.path }),
    })),
    suggestions: withSuggestions ? problem.suggestions() : [],
  };
}

function placeOf([start, end]: Range, lineStarts: readonly number[]): Place {
  const to = positionAt(lineStarts, end);
  return { ...positionAt(lineStarts, start), endLine: to.line, endColumn: to.column };
}
