/**
 * As much code takes two seconds and less than 300 MB to parse and to follow: 3 MB of minified code, some 2 MB as
 * people write it.
 */
export const MOST_WORDS = 500_000;

const LINE_END = 10;
const BACKSLASH = 92;

/** Whether a text has more words and signs, strings aside, than a file that anybody wrote by hand. */
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
    if (code === 34 || code === 39) i = endOfString(text, i, code);
  }
  return count > MOST_WORDS;
}

/** Where a string ends that begins here; where the quote is none, as in a comment, the end of its line does. */
function endOfString(text: string, start: number, quote: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === quote || code === LINE_END) return i;
  }
  return text.length;
}
