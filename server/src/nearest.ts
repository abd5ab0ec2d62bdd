import { nearest } from "../../rules/src/nearest.ts";

export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** What follows a wrong word: a question with the nearest right one, or a sentence with all there are where none comes near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? `Expected ${oneOf(known)}.` : `Did you mean ${near}?`;
}

/** "off, warn or error". */
export function oneOf(words: readonly string[]): string {
  return words.join(", ").replace(/, (?=[^,]*$)/, " or ");
}
