import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fact, facts, groups, isFactId, type Fact } from "../../src/kernel/facts.ts";
import { folklore, scenarios } from "../../src/kernel/folklore.ts";
import { files } from "../../../lab/experiments/index.ts";

const sentences = (text: string) => text.split(/(?<=[.?!])\s+(?=[A-Z0-9:"])/);
const all: readonly Fact[] = facts;

describe("facts", () => {
  it("number at least 60, in every group", () => {
    assert.ok(all.length >= 60);
    assert.deepEqual(new Set(all.map((each) => each.group)), new Set(Object.keys(groups)));
  });

  it("have ids of their own in kebab-case, and are found by them", () => {
    assert.equal(new Set(all.map((each) => each.id)).size, all.length);
    for (const each of facts) {
      assert.match(each.id, /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
      assert.equal(fact(each.id), each);
    }
    assert.ok(isFactId("self-connect"));
    assert.ok(!isFactId("no-such-fact"));
  });

  for (const each of all) {
    it(`${each.id} fits a hover and says where it comes from`, () => {
      assert.ok(each.title.length <= 75 && !each.title.endsWith("."), "title");
      assert.ok(each.summary.length <= 200, "summary");
      assert.equal(sentences(each.summary).length, 1, "the summary is one sentence");
      assert.match(each.summary, /\.$/);
      const count = sentences(each.detail).length;
      assert.ok(count >= 2 && count <= 5, `the detail has ${count} sentences`);
      assert.match(each.detail, /\.$/);
      assert.ok(each.summary.length + each.detail.length <= 520, "summary and detail together");
      for (const part of each.read ?? []) {
        assert.ok(`${each.summary} ${each.detail}`.includes(part), `read, and not in the text: ${part}`);
        assert.equal(each.fromSource, undefined, "what is from source was read as a whole");
      }
      assert.ok(each.platforms.length > 0, "platforms");
      assert.ok(each.sources.length > 0 && each.sources.every((source) => source.trim().length > 3), "sources");
    });
  }
});

describe("facts and experiments", () => {
  it("every fact has one experiment, in the file that it names, or is from source", () => {
    for (const each of all) {
      if (each.experiment === null) {
        assert.equal(each.fromSource, true, each.id);
        continue;
      }
      assert.equal(each.fromSource, undefined, each.id);
      assert.equal(
        files[each.experiment]?.filter((experiment) => experiment.fact === each.id).length,
        1,
        `${each.id} in ${each.experiment}`,
      );
      assert.ok(
        existsSync(join(import.meta.dirname, `../../../lab/experiments/${each.experiment}.ts`)),
        each.experiment,
      );
    }
  });

  it("every experiment proves the fact that names its file", () => {
    for (const [file, experiments] of Object.entries(files)) {
      for (const experiment of experiments) assert.equal(fact(experiment.fact).experiment, file, experiment.fact);
    }
  });
});

describe("folklore", () => {
  it("rests on facts that have an experiment", () => {
    const ids = [
      ...folklore.flatMap(({ claims }) => claims.flatMap((claim) => claim.facts)),
      ...scenarios.map((each) => each.fact),
    ];
    for (const id of ids) assert.notEqual(fact(id).experiment, null, id);
  });

  it("states each claim once, as a sentence", () => {
    const claims = folklore.flatMap((each) => each.claims);
    assert.equal(new Set(claims.map((each) => each.claim)).size, claims.length);
    for (const { claim, because } of claims) {
      assert.match(claim, /\.$/);
      assert.match(because, /\.$/);
    }
  });
});
