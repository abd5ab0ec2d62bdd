import assert from "node:assert/strict";
import { HOME, moduleIn, runsIn, type Sources } from "./project.ts";

const SETS = "http.get({ localAddress: a });";

/** Whether another module than "a.js", or `path`, may write an option that rules ask clients for. */
function isSet(sources: Sources, path = "a.js"): boolean {
  return runsIn({ "a.js": "", ...sources }).othersSetOptions(`${HOME}${path}`, null);
}

/** A build of so many files, each of which loads the next one. */
const chain = (count: number): Sources =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`dist/${i}.js`, `require("./${i + 1}.js");`]));

describe("what the files of a build load", () => {
  it("is looked at up to 100 files; there may be something in more of them", () => {
    assert.equal(isSet({ ...chain(99), "dist/99.js": "" }, "dist/0.js"), false);
    assert.equal(isSet({ ...chain(100), "dist/100.js": "" }, "dist/0.js"), true);
  });
});

describe("whether another module exchanges the agent of the whole program", () => {
  const EXCHANGES = "http.globalAgent = new http.Agent({ keepAlive: true });";
  const isExchanged = (sources: Sources) => {
    const { file, runs } = moduleIn({ "a.js": "", ...sources }, "a.js");
    return runs.othersExchangeAgent(`${HOME}a.js`, file);
  };
  for (const [what, sources, expected] of [
    ["none", {}, false],
    ["itself", { "a.js": EXCHANGES }, false],
    ["another one", { "b.js": EXCHANGES }, true],
    ["another one, which writes an option", { "b.js": SETS }, false],
  ] as const satisfies readonly (readonly [string, Sources, boolean])[])
    it(`${what} → ${expected}`, () => assert.equal(isExchanged(sources), expected));
});

describe("whether another module writes an option of clients", () => {
  for (const [what, sources, path, expected] of [
    ["none", { "b.js": "" }, undefined, false],
    ["another one", { "b.js": SETS }, undefined, true],
    ["itself alone", { "a.js": SETS }, undefined, false],
    ["itself and another one", { "a.js": SETS, "b.js": SETS }, undefined, true],
    ["data that it loads", { "a.js": 'require("./c.json");', "c.json": { localAddress: "a" } }, undefined, true],
    [
      "data that another one loads",
      { "b.js": 'require("./c.json");', "c.json": { localAddress: "a" } },
      undefined,
      true,
    ],
    ["data that nobody loads", { "c.json": { localAddress: "a" } }, undefined, false],
    ["what a build has made", { "b.js": 'require("./dist/c.js");', "dist/c.js": SETS }, undefined, true],
    ["a file of a build: itself", { "dist/a.js": SETS }, "dist/a.js", false],
    ["a file of a build: what it loads", { "dist/a.js": 'require("./b.js");', "dist/b.js": SETS }, "dist/a.js", true],
    [
      "a file of a build: what that loads",
      { "dist/a.js": 'require("./b.js");', "dist/b.js": 'require("../c.js");', "c.js": SETS },
      "dist/a.js",
      true,
    ],
    ["a file of a build: another one", { "dist/a.js": "", "dist/b.js": SETS, "c.js": SETS }, "dist/a.js", false],
    ["a file of a build, in a circle", { "dist/a.js": 'require("./a.js");' }, "dist/a.js", false],
  ] as const)
    it(`${what} → ${expected}`, () => assert.equal(isSet(sources, path), expected));
});
