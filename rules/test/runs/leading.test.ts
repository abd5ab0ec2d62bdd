import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectAt } from "../../src/program/project.ts";
import { lastWord, wordsFor } from "../../src/runs/importers.ts";
import { isAnywhere, leadingTo, leadsTo, placeBelow } from "../../src/runs/leading.ts";
import { inMemory } from "../program/tree.ts";

const { resolver } = projectAt(
  "/home",
  parseFile,
  inMemory("/home", {
    "package.json": { workspaces: ["both", "required"] },
    "both/package.json": { name: "both", exports: { import: "./a.mjs", require: "./a.cjs" } },
    "both/a.mjs": "",
    "both/a.cjs": "",
    "required/package.json": { name: "required", exports: { require: "./a.cjs" } },
    "required/a.cjs": "",
    "lib/b.js": "",
    "lib/bc.js": "",
  }),
);

describe("where a specifier leads", () => {
  for (const [specifier, expected] of [
    ["./lib/b", "lib/b.js"],
    ["./lib/d", null],
    ["both", "both/a.mjs"],
    ["required", "required/a.cjs"],
    ["other", null],
    ["node:net", null],
  ] as const)
    it(`${specifier} → ${expected}`, () =>
      assert.equal(leadsTo(resolver, specifier, "/home/main.js"), expected && `/home/${expected}`));
});

/** By which loads code comes to a file: "sure", "maybe". */
function loads(code: string, path: string): string {
  return leadingTo(resolver, parseFile(code, "/home/main.js"), `/home/${path}`, "/home/main.js")
    .map(({ sure }) => (sure ? "sure" : "maybe"))
    .join(" ");
}

describe("the loads by which a file comes to a module", () => {
  for (const [code, path, expected] of [
    ['import "./lib/b.js";', "lib/b.js", "sure"],
    ['import "./lib/b.js";', "lib/bc.js", ""],
    ['import "./lib/b.js"; require("./lib/b");', "lib/b.js", "sure sure"],
    ['import "both";', "both/a.mjs", "sure"],
    ['import "both";', "both/a.cjs", "sure"],
    ['import "both";', "lib/b.js", ""],
    ['import "required";', "required/a.cjs", "sure"],
    ['require("./lib/b" + x);', "lib/b.js", "maybe"],
    ['require("./lib/b" + x);', "lib/bc.js", "maybe"],
    ['require("./lib/bc" + x);', "lib/b.js", ""],
    ['require("./" + x);', "lib/b.js", ""],
    ["require(x);", "lib/b.js", ""],
    ['import(new URL("./lib/b.js", import.meta.url));', "lib/b.js", "maybe"],
    ['import(new URL("./lib/b.js", import.meta.url));', "lib/bc.js", ""],
    ["f();", "lib/b.js", ""],
  ] as const)
    it(`${code} ${path}`, () => assert.equal(loads(code, path), expected));
});

describe("the beginning of a path", () => {
  it("counts from the folder of its file, unless it is absolute", () => {
    assert.equal(placeBelow("./b", "/home/lib/a.js"), "/home/lib/b");
    assert.equal(placeBelow("../b", "/home/lib/a.js"), "/home/b");
    assert.equal(placeBelow("/etc/b", "/home/lib/a.js"), "/etc/b");
  });
  it("says nothing where it only leads up", () => {
    for (const text of ["", "./", "../", "./..", "../../", "/"]) assert.equal(isAnywhere(text), true, text);
    for (const text of ["./a", "../a", "a", ".a/", "/a"]) assert.equal(isAnywhere(text), false, text);
  });
});

describe("the last word of a specifier", () => {
  for (const [specifier, word] of [
    ["./a", "a"],
    ["./a.js", "a"],
    ["./a.b.ts", "a.b"],
    ["a", "a"],
    ["./a/b", "b"],
    [".\\a\\b.js", "b"],
    ["./a.js?x=1", "a"],
    ["./a.js#x/y", "a"],
    ["./a.js?x\ny", "a"],
    ["./.env", ".env"],
    [".", ""],
    ["..", ""],
    ["./", ""],
    ["../..", ""],
    ["", ""],
  ] as const)
    it(`${JSON.stringify(specifier)} → ${JSON.stringify(word)}`, () => assert.equal(lastWord(specifier), word));

  it("may be the name of the file, or of one of three folders above it", () => {
    assert.deepEqual(wordsFor("/a/b/c/d/e.ts"), ["", "e", "d", "c", "b"]);
    assert.deepEqual(wordsFor("/a.js"), ["", "a"]);
  });
});
