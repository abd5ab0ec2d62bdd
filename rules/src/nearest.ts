import { distance } from "fastest-levenshtein";

/**
 * The known word that a mistyped one most likely means: one letter in three may be wrong, one in a short word, or two letters
 * changed places. Null where none comes so near.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Infinity;
  const typed = bare(word);
  for (const each of known) {
    const right = bare(each);
    const letters = distance(typed, right);
    const length = Math.max(typed.length, right.length);
    if (letters < least && (letters <= Math.max(length > 2 ? 1 : 0, length / 3) || areSwapped(typed, right)))
      [best, least] = [each, letters];
  }
  return best;
}

/** Whether two words have the same letters, all but two of them in the same places. */
function areSwapped(a: string, b: string): boolean {
  const wrong = a.length === b.length ? Array.from(a, (_, i) => i).filter((i) => a[i] !== b[i]) : [];
  const [i = 0, j = 0] = wrong;
  return wrong.length === 2 && a[i] === b[j] && a[j] === b[i];
}

/** Without what all options have in common. */
export function bare(word: string): string {
  return word.toLowerCase().replace(/^-+/, "");
}
