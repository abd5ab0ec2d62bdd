import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { rules } from "../../src/rules/index.ts";
import { fixturesIn, root, type Fixture } from "../fixtures.ts";
import { runOwn } from "../hosts.ts";
import { PATIENCE, SEEDED, runs } from "./check.ts";

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

const mutation = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("delete", "repeat", "swap", "replace", "strange"),
  other: fc.nat(),
});

function mutated(text: string, all: readonly { at: number; how: string; other: number }[]): string {
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

describe(`code that was changed token by token ${SEEDED}`, function () {
  this.timeout(PATIENCE);
  const fixtures: Fixture[] = readdirSync(root)
    .filter((folder) => folder === "catalogue" || rules.some(({ name }) => name === folder))
    .flatMap(fixturesIn);

  it("throws nothing, and is checked or said to be no JavaScript", () => {
    let checked = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (fixture, changes) => {
          const messages = runOwn({ ...fixture, text: mutated(fixture.text, changes) });
          if (messages.every(({ ruleId }) => ruleId !== null)) checked++;
          else assert.equal(messages.length, 1);
        },
      ),
      { ...runs(2_000), endOnFailure: true },
    );
    assert.ok(checked > 0, "some of it can still be parsed");
  });

  for (const text of [
    "server.listen(3000,,);",
    "f((import.meta, b) => server.listen(3000));",
    "server.on('error', , log).listen(3000);",
  ])
    it(`is said to be no JavaScript where the parser would go on: ${text}`, () => {
      const [message, ...others] = runOwn({ ...(fixtures[0] as Fixture), text, path: "a.js" });
      assert.equal(message?.ruleId, null);
      assert.deepEqual(others, []);
    });

  it("is checked where only a rule of strict mode is broken", () => {
    const text =
      'var net = require("net");\nvar mode = 0755;\nlet a; let a;\nnet.createServer().listen(3000);\nexport {};\n';
    const found = runOwn({ ...(fixtures[0] as Fixture), text, path: "a.js" });
    assert.deepEqual(
      found.map(({ ruleId }) => ruleId),
      ["portreuse/require-reuse-option"],
    );
  });
});
