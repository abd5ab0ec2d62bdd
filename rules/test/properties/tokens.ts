import fc from "fast-check";

const TOKEN =
  /\s+|\/\/.*|[\p{ID_Start}$_][\p{ID_Continue}$]*|\d[\w.]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|=>|\.{3}|./gsu;

/** What is written over a token, beside other tokens of the file. */
const STRANGE = [
  "",
  "null",
  "undefined",
  "...",
  "await",
  "async",
  "{",
  "}",
  "(",
  ")",
  "[]",
  "{}",
  "()=>{}",
  "?.",
  "??=",
  "`${0}`",
  "#x",
  "super",
  "this",
  "import.meta",
  "new.target",
  "yield",
  "class{}",
  "0n",
  "/x/",
  "\u2028",
  "\ud800",
  "@a",
  "<T,>",
  "satisfies never",
];

/** One change of one token; the numbers count round the tokens of a text. */
export interface Mutation {
  at: number;
  how: string;
  other: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("delete", "repeat", "swap", "replace", "strange"),
  other: fc.nat(),
});

/** One change or more. */
export function mutations(most: number): fc.Arbitrary<Mutation[]> {
  return fc.array(mutation, { minLength: 1, maxLength: most });
}

/** A text after changes of its tokens. */
export function mutated(text: string, all: readonly Mutation[]): string {
  const tokens = text.match(TOKEN) ?? [];
  for (const { at, how, other } of all) {
    if (tokens.length === 0) break;
    const i = at % tokens.length;
    const j = other % tokens.length;
    if (how === "delete") tokens.splice(i, 1);
    else if (how === "repeat") tokens.splice(i, 0, tokens[i] as string);
    else if (how === "swap") [tokens[i], tokens[j]] = [tokens[j] as string, tokens[i] as string];
    else if (how === "replace") tokens[i] = tokens[j] as string;
    else tokens[i] = ` ${STRANGE[other % STRANGE.length] as string} `;
  }
  return tokens.join("");
}
