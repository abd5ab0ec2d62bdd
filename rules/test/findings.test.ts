import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkText } from "../../server/src/lint/problems.ts";
import { rules } from "../src/rules/index.ts";
import { written } from "./finding-text.ts";
import { fixturesIn, root, type Fixture } from "./fixtures.ts";
import { levelsOf } from "./hosts.ts";

/** Where a rule's findings are quoted from: its own fixtures, those of other rules, the catalogue's. */
const folders = [...rules.map(({ name }) => name), "catalogue"];

function allOf(fixture: Fixture, rule: string): string[] {
  const { text, path, settings, package: manifest } = fixture;
  return checkText({
    text,
    path,
    settings: { host: settings, hostName: "settings.portreuse", package: manifest },
    levels: levelsOf(fixture),
  })
    .filter((problem) => problem.rule === rule)
    .map((problem) => written(text, problem));
}

/**
 * `test-fixtures/RULE/findings.txt` quotes, for every message of the rule and every way it is put, one finding whole: words, help, facts,
 * related places and what the suggestions make of the lines. The line before says which fixture it is in.
 */
describe("findings, word for word", () => {
  const fixtures = new Map(folders.flatMap(fixturesIn).map((fixture) => [fixture.name, fixture]));
  for (const { name, meta } of rules) {
    const file = join(root, name, "findings.txt");
    it(`of ${name}`, () => {
      assert.ok(existsSync(file), file);
      const quoted = readFileSync(file, "utf8").trimEnd().split("\n\n# ");
      const ids = new Set<string>();
      for (const each of quoted) {
        const [where, ...lines] = each.replace(/^# /, "").split("\n");
        const fixture = fixtures.get(where!);
        assert.ok(fixture, where);
        const expected = lines.join("\n");
        const found = allOf(fixture, name);
        const start = `${lines[0]}\n`;
        assert.equal(found.find((one) => one.startsWith(start)) ?? found.join("\n\n"), expected, where);
        ids.add(lines[0]!.split(" ")[1]!);
      }
      assert.deepEqual(
        Object.keys(meta.help ?? {}).filter((id) => !ids.has(id)),
        LEFT[name] ?? [],
      );
    });
  }
});

/** Messages that only programs of several files have. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  "no-worker-port-conflict": ["startedThreads", "startedProcesses"],
  "require-multicast-reuse-addr": ["missingElsewhere"],
  "no-listen-on-import": ["test"],
};
