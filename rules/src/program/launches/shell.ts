import { parse, type ParseEntry } from "shell-quote";

/** One command of a line: `A=1 node x.js --y`. A word that is not constant is null. */
export interface Command {
  words: readonly (string | null)[];
  environment: Readonly<Record<string, string | null>>;
  /** What stands before it: nothing for the first. */
  after: Operator | "";
  /** What stands after it. */
  before: Operator | "";
}

type Operator = "&&" | "||" | ";" | "|" | "&";

const OPERATORS: ReadonlySet<string> = new Set(["&&", "||", ";", "|", "&", "|&", ";;"]);
const LONGEST = 10_000;
/** What follows more comments than this is not read: the rest of the text is parsed anew behind each of them. */
const MOST_COMMENTS = 100;
/** Stands for what the shell would put there; a character that nobody types. */
const VALUE = "\uE000";

/** The commands of a line of shell, in order; none where it is too long. Groups `( … )` and `{ …; }` are taken as their commands. */
export function commandsIn(line: string): Command[] {
  if (line.length > LONGEST) return [];
  const commands: { words: string[]; after: Operator | ""; before: Operator | "" }[] = [];
  let current: (typeof commands)[number] = { words: [], after: "", before: "" };
  const end = (operator: Operator | "") => {
    current.before = operator;
    if (current.words.length > 0) commands.push(current);
    current = { words: [], after: operator, before: "" };
  };
  const tokens = tokensOf(line);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as (typeof tokens)[number];
    if (typeof token === "string") {
      if (token.endsWith(VALUE) && isOperator(tokens[i + 1], "(")) i = closing(tokens, i + 1);
      if (token !== "{" && token !== "}") current.words.push(token.includes("`") ? VALUE : token);
    } else if ("comment" in token) continue;
    // What no file fits stays as it is, which is how `run-p dev:*` gets its pattern.
    else if (token.op === "glob") current.words.push(token.pattern);
    else if (OPERATORS.has(token.op)) end((token.op === "|&" ? "|" : token.op === ";;" ? ";" : token.op) as Operator);
    else if (/[<>]/.test(token.op)) {
      // `2>&1`, `> file`: neither side is an argument.
      if (/^\d$/.test(current.words.at(-1) ?? "")) current.words.pop();
      i++;
    }
  }
  end("");
  return commands.map(({ words, ...rest }) => ({ ...rest, ...withoutAssignments(words) }));
}

function tokensOf(line: string): ParseEntry[] {
  try {
    // A line end is an operator like `;`, unless a backslash stands before it.
    let rest = line.replace(/\\\r?\n/g, "").replace(/\r?\n/g, " ;\n ");
    const tokens: ParseEntry[] = [];
    for (let comments = 0; comments <= MOST_COMMENTS; comments++) {
      tokens.push(...parse(rest, () => VALUE));
      const last = tokens.at(-1);
      // The parser takes all that follows for the comment.
      const comment = typeof last === "object" && "comment" in last ? last.comment : "";
      if (!comment.includes("\n")) break;
      tokens.push({ op: ";" });
      rest = comment.slice(comment.indexOf("\n"));
    }
    return tokens;
  } catch {
    // `${` without an end, and other things that no shell takes either.
    return [];
  }
}

function isOperator(token: ParseEntry | undefined, op: string): boolean {
  return typeof token === "object" && "op" in token && token.op === op;
}

function closing(tokens: readonly ParseEntry[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isOperator(tokens[i], "(")) depth++;
    else if (isOperator(tokens[i], ")") && --depth === 0) return i;
  }
  return tokens.length;
}

/** `A=1 B=$C node x`: what comes first sets the environment. */
export function withoutAssignments(words: readonly (string | null)[]): {
  words: (string | null)[];
  environment: Record<string, string | null>;
} {
  const environment: Record<string, string | null> = {};
  let first = 0;
  for (; first < words.length; first++) {
    const match = /^([A-Za-z_]\w*)=(.*)/s.exec(words[first] ?? "");
    if (!match) break;
    environment[match[1] as string] = (match[2] as string).includes(VALUE) ? null : (match[2] as string);
  }
  return { words: words.slice(first).map((word) => (word?.includes(VALUE) ? null : word)), environment };
}
