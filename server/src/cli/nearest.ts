import { distance } from "fastest-levenshtein";

/** The known word that a mistyped one most likely means; null where more than `share` of the letters would have to change. */
export function nearest(word: string, known: readonly string[], share = 0.5): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const each of known) {
    const letters = distance(word.toLowerCase(), each.toLowerCase());
    if (letters < least) [best, least] = [each, letters];
  }
  return best !== null && least <= Math.max(word.length, best.length) * share ? best : null;
}
