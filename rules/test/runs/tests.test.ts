import assert from "node:assert/strict";
import type { TestImport } from "../../src/runs/index.ts";
import { HOME, runsIn, type Sources } from "./project.ts";

const TEST = 'import { app } from "./app.js"; request(app);';

function imports(sources: Sources, path = "app.js"): readonly TestImport[] {
  return runsIn({ "package.json": {}, "app.js": "", ...sources }).tests(`${HOME}${path}`, (at) =>
    at.includes(".test."),
  );
}

/** The tests that load a file for what it exports, in short: "a.test.js", with "closed" where it closes what it has loaded. */
function tests(sources: Sources, path?: string): string {
  return imports(sources, path)
    .map(({ path, closes }) => `${path.slice(HOME.length)}${closes ? " closed" : ""}`)
    .join(", ");
}

/** So many empty files, with names that end so. */
const crowd = (count: number, ending: string): Sources =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`a/${i}${ending}`, ""]));

describe("the tests that load a file for what it exports", () => {
  for (const [what, sources, expected, path] of [
    ["none, where none names it", { "a.test.js": 'import { b } from "./b.js"; use(b);', "b.js": "" }, ""],
    ["one that uses it", { "a.test.js": TEST }, "a.test.js"],
    ["two", { "a.test.js": TEST, "b.test.js": TEST }, "a.test.js, b.test.js"],
    ["not one that uses something else", { "a.test.js": 'import "./app.js"; import b from "./b.js"; b();' }, ""],
    ["not one that loads a file of the same name", { "x/app.js": "", "x/a.test.js": TEST }, ""],
    ["not what is not a test", { "a.js": TEST }, ""],
    ["not text", { "a.test.txt": TEST }, ""],
    ["not what a machine has written", { "a.test.js": `${TEST} const a = "${"x".repeat(6000)}";` }, ""],
    ["not what does not parse", { "a.test.js": `${TEST} (` }, ""],
    ["in a folder", { "x/a.test.js": TEST.replace("./", "../") }, "x/a.test.js"],
    ["not in a hidden folder", { ".x/a.test.js": TEST.replace("./", "../") }, ""],
    ["not in what a build has made", { "dist/a.test.js": TEST.replace("./", "../") }, ""],
    ["of its folder", { "index.js": "", "a.test.js": 'request(require("./"));' }, "a.test.js", "index.js"],
    ["of the folder above", { "index.js": "", "x/a.test.js": 'request(require(".."));' }, "x/a.test.js", "index.js"],
    ["once, where it loads it twice", { "a.test.js": `${TEST} request(require("./app"));` }, "a.test.js"],
    ["closed in one of two places", { "a.test.js": `${TEST} after(() => app.close());` }, "a.test.js closed"],
    [
      "closed as the second of two",
      { "a.test.js": `${TEST} const { app: other } = require("./app"); after(() => other.close());` },
      "a.test.js closed",
    ],
    ["and what another one closes", { "a.test.js": `${TEST} after(() => b.close());` }, "a.test.js"],
  ] as const satisfies readonly (readonly [string, Sources, string, string?])[])
    it(what, () => assert.equal(tests(sources, path), expected));

  it("are those of an import where a package has one file for it and one for require", () => {
    const sources = (text: string) => ({
      "package.json": { workspaces: ["p"] },
      "p/package.json": { name: "p", exports: { import: "./p.mjs", require: "./p.cjs" } },
      "p/p.mjs": "",
      "p/p.cjs": "",
      "a.test.js": text,
    });
    assert.equal(tests(sources('import { app } from "p"; request(app);'), "p/p.mjs"), "a.test.js");
    assert.equal(tests(sources('request(require("p"));'), "p/p.cjs"), "a.test.js");
  });
  it("say where they load it", () => {
    const [found] = imports({ "a.test.js": `"use strict"; import "./b.js"; ${TEST}` });
    assert.ok(found);
    assert.equal(found.text.slice(...found.range), 'import { app } from "./app.js";');
  });
  it("are found behind any number of other files, and among as many tests as are looked at", () => {
    const last = { "b/b.test.js": TEST.replace("./", "../") };
    assert.equal(tests({ ...crowd(5000, ".js"), ...last }), "b/b.test.js");
    assert.equal(tests({ ...crowd(4999, ".test.js"), ...last }), "b/b.test.js");
    assert.equal(tests({ ...crowd(5000, ".test.js"), ...last }), "");
  });
});

describe("a test that puts something else in the place of a module does not load it", () => {
  for (const [text, replaced] of [
    ['jest.mock("./app.js");', true],
    ["jest.mock('./app.js', () => ({}));", true],
    ["vi.mock(`./app.js`);", true],
    ['vi.doMock(import("./app.js"));', true],
    ['vi.doMock ( import ( "./app.js" ) );', true],
    ['jest.unstable_mockModule("./app.js", make);', true],
    ['proxyquire("./app.js", {});', true],
    ['jest.mock("./app.jsx");', false],
    ['jest.mock("./appxjs");', false],
    ['jest.mock("../app.js");', false],
    ['myproxyquire("./app.js", {});', false],
    ['jest.requireActual("./app.js");', false],
  ] as const)
    it(text, () => assert.equal(tests({ "a.test.js": `${text} ${TEST}` }), replaced ? "" : "a.test.js"));

  it("also where another name for it is used as well", () => {
    assert.equal(tests({ "a.test.js": `vi.mock(import("./app")); ${TEST}` }), "");
  });
});
