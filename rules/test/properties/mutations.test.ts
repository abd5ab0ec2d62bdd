import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { rules } from "../../src/rules/index.ts";
import { fixturesIn, root, type Fixture } from "../fixtures.ts";
import { runOwn } from "../hosts.ts";
import { PATIENCE, SEEDED, runs } from "./check.ts";
import { mutated, mutations } from "./tokens.ts";

describe(`code that was changed token by token ${SEEDED}`, function () {
  this.timeout(PATIENCE);
  const fixtures: Fixture[] = readdirSync(root)
    .filter((folder) => folder === "catalogue" || rules.some(({ name }) => name === folder))
    .flatMap(fixturesIn);

  it("throws nothing, and is checked or said to be no JavaScript", () => {
    let checked = 0;
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), mutations(6), (fixture, changes) => {
        const messages = runOwn({ ...fixture, text: mutated(fixture.text, changes) });
        if (messages.every(({ ruleId }) => ruleId !== null)) checked++;
        else assert.equal(messages.length, 1);
      }),
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
