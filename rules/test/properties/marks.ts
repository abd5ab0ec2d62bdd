/** Code in which what has to be reported is marked: `server.«require-reuse-option|listen»(3000)`. Marks may be nested. */
export type Marked = string;

export interface Expected {
  rule: string;
  /** Offsets in the text without marks; the end is exclusive. */
  start: number;
  end: number;
}

/** Marks code as reported by a rule. */
export function mark(rule: string, code: string): Marked {
  return `«${rule}|${code}»`;
}

/** Code of which a rule has nothing to say after all; marks that stand in others stay. */
export function unmarked(rule: string, marked: Marked): Marked {
  return marked.replaceAll(new RegExp(`«${rule}\\|([^«»]*)»`, "g"), "$1");
}

/** Takes the marks out. */
export function read(marked: Marked): { text: string; expected: Expected[] } {
  const expected: Expected[] = [];
  const open: Expected[] = [];
  let text = "";
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] === "«") {
      const bar = marked.indexOf("|", i);
      open.push({ rule: marked.slice(i + 1, bar), start: text.length, end: -1 });
      i = bar;
    } else if (marked[i] === "»") expected.push({ ...(open.pop() as Expected), end: text.length });
    else text += marked[i];
  }
  return { text, expected: expected.sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule)) };
}
