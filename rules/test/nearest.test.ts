import assert from "node:assert/strict";
import { nearest } from "../src/nearest.ts";

const KNOWN = ["--format", "--quiet", "check", "init", "who", "node", "home", "platforms", "require-reuse-option"];

describe("the nearest word", () => {
  for (const [word, near] of [
    ["--fromat", "--format"],
    ["--QUITE", "--quiet"],
    ["chekc", "check"],
    ["ndoe", "node"],
    ["whoo", "who"],
    ["platform", "platforms"],
    ["require-reuse-optins", "require-reuse-option"],
  ] as const)
    it(`of ${word} is ${near}`, () => assert.equal(nearest(word, KNOWN), near));

  it("of a short one has its letters changed places, and none of them wrong", () => {
    assert.equal(nearest("fo", ["of"]), "of");
    assert.equal(nearest("if", ["of"]), null);
    assert.equal(nearest("off", ["oft"]), "oft");
  });

  for (const word of ["news", "lint", "x", "", "--", "reuse", "checkers!"])
    it(`of ${JSON.stringify(word)} is none`, () => assert.equal(nearest(word, KNOWN), null));
});
