import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import type { Edit } from "../src/rule.ts";
import { indexOf, type SourceFile } from "../src/analysis/source.ts";
import { sitesOf } from "../src/sockets/collect.ts";
import type { Site } from "../src/sockets/site.ts";

export type Build = (file: SourceFile, site: Site) => readonly Edit[] | null;
export type Case = readonly [title: string, before: string, after: string | null];

/** Edits as a client applies them: none may overlap another. */
function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  let limit = Infinity;
  for (const { range, text: added } of [...edits].sort((a, b) => b.range[0] - a.range[0])) {
    assert.ok(range[1] <= limit && range[0] <= range[1], "edits overlap");
    result = result.slice(0, range[0]) + added + result.slice(range[1]);
    limit = range[0];
  }
  return result;
}

/** Builds the edits for the first operation of a kind, and checks that what comes out can be read again. */
export function run(prelude: string, code: string, filename: string, op: Site["op"], build: Build): string | null {
  const text = prelude + code;
  const file = parseFile(text, filename);
  const all = sitesOf(file).sites.filter((each) => each.op === op);
  const site = all.find((each) => each.endpoint.kind === "port") ?? all[0];
  assert.ok(site, `no ${op} in ${code}`);
  const edits = build(file, site);
  if (!edits) return null;
  const result = apply(file.text, edits);
  parseFile(result, filename);
  assert.ok(result.startsWith(prelude), "the prelude changed");
  return result.slice(prelude.length);
}

export function table(prelude: string, filename: string, op: Site["op"], build: Build, cases: readonly Case[]): void {
  for (const [title, before, after] of cases) {
    it(`${title}: ${after === null ? "nothing is sure" : "edited"}`, () => {
      assert.equal(run(prelude, before, filename, op, build), after);
    });
  }
}

/** Cases for statements: the calls of `bind` and `late` are the nodes. */
export function statements(
  build: (file: SourceFile, bind: Site["call"], late: Site["call"] | undefined) => readonly Edit[] | null,
  cases: readonly Case[],
): void {
  for (const [title, before, after] of cases) {
    it(`${title}: ${after === null ? "nothing is sure" : "edited"}`, () => {
      const file = parseFile(before, "a.js");
      const named = (name: string) =>
        indexOf(file).calls.find((each) => each.callee.type === "Identifier" && each.callee.name === name);
      const edits = build(file, named("bind")!, named("late"));
      const result = edits && apply(before, edits);
      if (result) parseFile(result, "a.js");
      assert.equal(result, after);
    });
  }
}
