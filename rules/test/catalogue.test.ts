import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import { mayHaveSites } from "../src/prefilter.ts";
import { canonicalKey, entryAt, packages } from "../src/catalogue/index.ts";
import { calleeOf } from "../src/analysis/calls.ts";
import "../src/analysis/values.ts";
import { indexOf } from "../src/analysis/source.ts";
import { fixturesIn } from "./fixtures.ts";

/** The rows that code resolves to: `net.Server#listen`, after aliases and along `extends`. */
function rowsIn(text: string, path: string): Set<string> {
  const file = parseFile(text, path);
  const found = new Set<string>();
  for (const call of indexOf(file).calls) {
    const callee = calleeOf(call);
    if (!callee) continue;
    const [type, member] = callee.key.split("#") as [string, string | undefined];
    if (member === undefined) found.add(callee.key);
    // The row may stand at an ancestor of the type.
    for (let at: string | undefined = member === undefined ? undefined : type; at; at = entryAt(at)?.extends) {
      if (!entryAt(`${at}#${member}`)) continue;
      found.add(canonicalKey(`${at}#${member}`));
      break;
    }
  }
  return found;
}

describe("the catalogue", () => {
  const fixtures = fixturesIn("catalogue");
  const used = new Set(fixtures.flatMap((each) => [...rowsIn(each.text, each.path)]));

  for (const each of packages) {
    const rows = Object.entries(each.entries)
      .filter(([, entry]) => entry.does)
      .map(([key]) => key);
    if (rows.length === 0) continue;
    it(`has a fixture for each row of ${each.name}`, () => {
      assert.deepEqual(
        rows.filter((key) => !used.has(canonicalKey(key))),
        [],
      );
    });
  }

  it("names triggers for everything that its fixtures hold", () => {
    for (const fixture of fixtures) assert.ok(mayHaveSites(fixture.text), fixture.name);
  });

  it("says of every call that opens a socket where it ends, by the key of a row for that runtime", () => {
    const own: Readonly<Record<string, RegExp>> = {
      node: /^(?:net|tls|http|dgram)\./,
      bun: /^(?:net|tls|http|dgram|bun)\./,
      deno: /^(?:net|tls|http|dgram|deno)\./,
    };
    for (const [key, { does }] of packages.flatMap((each) => Object.entries(each.entries))) {
      assert.equal(does?.endsIn === undefined, does === undefined || does.op === "create", key);
      if (does?.endsIn === undefined || does.endsIn === "native") continue;
      assert.notDeepEqual(Object.keys(does.endsIn), [], key);
      for (const [runtime, api] of Object.entries(does.endsIn)) {
        assert.match(api, own[runtime] as RegExp, key);
        const end = entryAt(api)?.does;
        assert.deepEqual([end?.op, end?.transport], [does.op, does.transport], `${key} ends in ${api}`);
      }
    }
  });

  it("says how a program keeps a port to itself that is shared by default", () => {
    for (const [key, { does }] of packages.flatMap((each) => Object.entries(each.entries)))
      assert.equal(does?.sharing !== undefined, does?.reusePort === "default", key);
  });

  it("refers only to types and entries that there are", () => {
    for (const each of packages) {
      for (const [key, entry] of Object.entries(each.entries)) {
        if (entry.alias !== undefined) assert.ok(entryAt(entry.alias), `${key}: ${entry.alias}`);
        if (entry.extends !== undefined) assert.ok(entryAt(entry.extends), `${key}: ${entry.extends}`);
        if (entry.property !== undefined) assert.ok(entryAt(entry.property), `${key}: ${entry.property}`);
        if (entry.returns !== undefined && entry.returns !== "this")
          assert.ok(entryAt(entry.returns), `${key}: returns ${entry.returns}`);
      }
    }
  });
});
