import { distance } from "fastest-levenshtein";

/** The known word that a mistyped one most likely means: one letter in three may be wrong, two in a short word; null where none comes so near. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const each of known) {
    const letters = distance(bare(word), bare(each));
    const length = Math.max(bare(word).length, bare(each).length);
    if (letters < least && letters <= length / 2 && letters <= Math.max(2, length / 3)) [best, least] = [each, letters];
  }
  return best;
}

/** Without what all options have in common. */
function bare(word: string): string {
  return word.toLowerCase().replace(/^-+/, "");
}

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
