/** Deeper nesting than this is not written by hand. */
export const DEEPEST = 300;

/**
 * Whether brackets, or the markers of YAML, stand in each other deeper than anybody writes them; what a string holds counts
 * too. Parsers call themselves for what is nested, and where the stack ends inside a regular expression that is compiled
 * for the first time, V8 ends the process instead of throwing.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // ( [ {
    if (code === 0x28 || code === 0x5b || code === 0x7b) {
      if (++depth > DEEPEST) return true;
    } else if (depth > 0 && (code === 0x29 || code === 0x5d || code === 0x7d)) depth--;
  }
  return /(?:[-?][ \t]+){50}/.test(text) || /^[ \t]{300}[^ \t\r\n]/m.test(text);
}
