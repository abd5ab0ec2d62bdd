import { nearest } from "../../rules/src/nearest.ts";

export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** The end of a sentence about a wrong word: the nearest right one, or all there are where none comes near. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? `there are ${known.join(", ")}` : `the nearest is ${near}`;
}
