/** Longer lines are written by machines. */
const LONGEST_LINE = 5_000;
/** Longer files are not edited by anybody. */
const LONGEST_FILE = 1_000_000;

/**
 * Whether a text is the work of a machine, a bundle or minified code: over 1 MB, or most of it one line of over 5,000 characters.
 * Nobody edits such a file, and it costs more than all others together.
 */
export function isGenerated(text: string): boolean {
  if (text.length > LONGEST_FILE) return true;
  const longest = Math.max(LONGEST_LINE, text.length / 2);
  for (let start = 0; start + longest < text.length;) {
    const broken = text.indexOf("\n", start);
    const end = broken === -1 ? text.length : broken;
    if (end - start > longest) return true;
    start = end + 1;
  }
  return false;
}
