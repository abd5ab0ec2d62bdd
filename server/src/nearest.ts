import { bare, nearest } from "../../rules/src/nearest.ts";

export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Fewer letters begin too many words. */
const SHORTEST = 3;

/** The word that is meant by a mistyped one, or by its beginning, as `--fix` begins `--fix-suggestions`; null where none comes near. */
export function meant(word: string, known: readonly string[]): string | null {
  const begun = bare(word);
  return (
    nearest(word, known) ??
    (begun.length < SHORTEST ? null : (known.find((each) => bare(each).startsWith(begun)) ?? null))
  );
}

/** What follows a wrong word: a question with the right one, or a sentence with all there are where none comes near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = meant(word, known);
  return near === null ? `Expected ${oneOf(known)}.` : `Did you mean ${near}?`;
}

/** "off, warn or error". */
export function oneOf(words: readonly string[]): string {
  return words.join(", ").replace(/, (?=[^,]*$)/, " or ");
}
