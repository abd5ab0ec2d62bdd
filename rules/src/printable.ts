/** What a terminal obeys, what breaks a line, what turns the direction of a text, and halves of characters. */
const OBEYED = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Words from code or from a file system as one line that nothing obeys: `a\nb`, `\u{1b}[31m`. */
export function printable(text: string): string {
  return text.replace(OBEYED, escaped);
}

/** Several lines of our own, with words in them that may hold anything. */
export function printableLines(text: string): string {
  return text.replace(OBEYED, (sign) => (sign === "\n" ? sign : escaped(sign)));
}

/** A line of code as it stands, tabs too. */
export function printableCode(line: string): string {
  return line.replace(OBEYED, (sign) => (sign === "\t" ? sign : "\ufffd"));
}

/** Words that stand between backticks in Markdown. */
export function printableInCode(text: string): string {
  return printable(text).replaceAll("`", "'");
}

function escaped(sign: string): string {
  return SHORT[sign] ?? `\\u{${(sign.codePointAt(0) as number).toString(16)}}`;
}
