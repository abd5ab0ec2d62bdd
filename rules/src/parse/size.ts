/**
 * As much code takes some two seconds and 300 MB to parse and to follow. It is about 2 MB as people write it, and 1 MB
 * without spaces.
 */
export const MOST_WORDS = 400_000;

/** Whether a text has more words and signs than a file that anybody wrote by hand. */
export function isTooLarge(text: string): boolean {
  if (text.length <= MOST_WORDS) return false;
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isWord =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      code === 95 ||
      code > 127;
    // Spaces, tabs and line ends.
    if (isWord ? !inWord : code > 32) count++;
    inWord = isWord;
  }
  return count > MOST_WORDS;
}
