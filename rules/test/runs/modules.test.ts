import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectAt } from "../../src/program/project.ts";
import { modulesOf } from "../../src/runs/modules.ts";
import { changing } from "./changing.ts";
import type { Sources } from "./project.ts";

const BUNDLE = `const a = "${"x".repeat(6000)}";`;

const PROJECT: Sources = {
  "package.json": {},
  "tsconfig.json": {},
  "ecosystem.config.js": "module.exports = { apps: [] };",
  "README.md": "",
  "a.ts": 'import { b } from "./b"; f(b);',
  "b.ts": 'import type { A } from "./a"; import "./c"; import "d";',
  "more.js": "require('./c' + x);",
  "bundle.js": BUNDLE,
  "a.test.ts": 'import "./a";',
  "test/package.json": {},
  "dist/a.js": "",
  ".hidden/a.js": "",
};

function modulesIn(sources: Sources) {
  const files = changing("/home", sources);
  const modules = modulesOf(projectAt("/home", parseFile, files), () => null);
  modules.refresh();
  return { files, modules };
}

/** What a change of the files is taken for: "ways", of other code alone "code", or "". */
function changed(files: Readonly<Record<string, string | object | null>>): string {
  const { files: all, modules } = modulesIn(PROJECT);
  const { changes, ways } = modules;
  all.change(files);
  modules.refresh();
  if (modules.ways !== ways) assert.notEqual(modules.changes, changes, "other ways are other code");
  return modules.ways !== ways ? "ways" : modules.changes !== changes ? "code" : "";
}

describe("what a change of a project's files is taken for", () => {
  for (const [what, files, expected] of [
    ["nothing", {}, ""],
    ["other code", { "a.ts": 'import { b } from "./b"; g(b);' }, "code"],
    [
      "other code, and nothing of another module",
      { "a.ts": 'import { b } from "./b"; g(b);', "b.ts": PROJECT["b.ts"]! },
      "code",
    ],
    ["one more import", { "a.ts": 'import { b } from "./b"; import "./c"; f(b);' }, "ways"],
    ["another import", { "a.ts": 'import { b } from "./c"; f(b);' }, "ways"],
    ["one import less", { "a.ts": "f(b);" }, "ways"],
    ["one import in the place of two", { "b.ts": 'import type { A } from "./a"; import "./cd";' }, "ways"],
    [
      "the same imports in another order of lines",
      { "b.ts": 'import "./c"; import "d"; import type { A } from "./a";' },
      "code",
    ],
    ["a type for a value", { "a.ts": 'import { type b } from "./b"; f();' }, "ways"],
    ["a value for a type", { "b.ts": 'import { A } from "./a"; import "./c"; import "d";' }, "ways"],
    ["a path of which more is known", { "more.js": "require('./c');" }, "ways"],
    ["a path of which less is known", { "a.ts": 'import { b } from "./b"; f(b); require("./c" + x);' }, "ways"],
    ["another path of which little is known", { "more.js": "require('./b' + x);" }, "ways"],
    ["one more module", { "e.js": "" }, "ways"],
    ["one module less", { "a.ts": null }, "ways"],
    ["one module in the place of another", { "a.ts": null, "e.ts": 'import { b } from "./b"; f(b);' }, "ways"],
    ["a module that a machine has written now", { "a.ts": BUNDLE }, "ways"],
    ["a module that somebody has written now", { "bundle.js": "" }, "ways"],
    ["another bundle", { "bundle.js": `${BUNDLE}\n` }, ""],
    ["another text of a test", { "a.test.ts": 'import "./b";' }, ""],
    ["another configuration", { "tsconfig.json": { compilerOptions: {} } }, "ways"],
    ["another configuration in code", { "ecosystem.config.js": "module.exports = { apps: [{}] };" }, "ways"],
    ["one configuration less", { "tsconfig.json": null }, "ways"],
    ["a file that was not there, of whatever kind", { "b.css": "" }, "ways"],
  ] as const satisfies readonly (readonly [string, Readonly<Record<string, string | object | null>>, string])[])
    it(`${what} → ${expected || "nothing"}`, () => assert.equal(changed(files), expected));

  it("has other ways where somebody says so", () => {
    const { modules } = modulesIn(PROJECT);
    const { changes, ways } = modules;
    modules.haveOtherWays();
    assert.notEqual(modules.ways, ways);
    assert.equal(modules.changes, changes);
  });
  it("is never what it was before", () => {
    const { files, modules } = modulesIn(PROJECT);
    const seen = [modules.ways];
    for (const text of ['import "./c";', "", 'import "./c";']) {
      files.change({ "a.ts": text });
      modules.refresh();
      seen.push(modules.ways);
    }
    assert.deepEqual(new Set(seen).size, 4);
  });
});

describe("the modules of a project that changes", () => {
  it("are its code, without tests, builds and bundles", () => {
    const { modules } = modulesIn(PROJECT);
    assert.deepEqual(
      [...modules.all().keys()].map((path) => path.slice("/home/".length)),
      ["a.ts", "b.ts", "ecosystem.config.js", "more.js"],
    );
  });
  it("are looked at again where they have changed", () => {
    const { files, modules } = modulesIn(PROJECT);
    const before = modules.all();
    files.asked();
    files.change({ "a.ts": 'import "./c";' });
    modules.refresh();
    const after = modules.all();
    assert.deepEqual(after.get("/home/a.ts")?.specifiers, ["./c"]);
    assert.equal(after.get("/home/b.ts"), before.get("/home/b.ts"));
    assert.deepEqual(
      files.asked().filter((each) => !each.startsWith("stamp")),
      ["read /home/a.ts"],
    );
  });
  it("are compared with the files where these have changed, and at no other time", () => {
    const { files, modules } = modulesIn(PROJECT);
    files.asked();
    modules.refresh();
    assert.deepEqual(files.asked(), []);
  });
});

const many = (count: number, name: (i: number) => string): Sources =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [name(i), ""]));

describe("a folder that nobody calls a project", () => {
  /** What is looked at, and whether that is all. */
  const looked = (sources: Sources) => {
    const { modules } = modulesIn(sources);
    return { count: modules.all().size, all: modules.problems().length === 0 };
  };
  for (const [what, sources, count, all] of [
    ["with 1,000 modules is looked at", many(1000, (i) => `${i}.js`), 1000, true],
    ["with 1,001 modules is looked at in part", many(1001, (i) => `${i}.js`), 1000, false],
    ["with 1,001 other files is looked at", { ...many(1001, (i) => `${i}.txt`), "x.js": "" }, 1, true],
    ["with 1,000 directories is looked at", { ...many(999, (i) => `a${i}/x.txt`), "x.js": "" }, 1, true],
    ["with 1,001 directories is looked at in part", { ...many(1000, (i) => `a${i}/x.txt`), "x.js": "" }, 1, false],
    ["is one without a repository", { ...many(1001, (i) => `${i}.js`), ".git/HEAD": "" }, 1001, true],
    ["is one without a manifest", { ...many(1001, (i) => `${i}.js`), "deno.json": "{}" }, 1001, true],
  ] as const)
    it(what, () => assert.deepEqual(looked(sources), { count, all }));

  it("says so once, of its root", () => {
    const { modules } = modulesIn(many(1001, (i) => `${i}.js`));
    assert.deepEqual(modules.problems(), [
      {
        path: "/home",
        place: null,
        text:
          "expected at most 1,000 modules, and there are more. " +
          "Who runs a file was looked up in the first 1,000 alone.",
        isWhole: false,
      },
    ]);
  });
  it("says nothing any more once it has fewer", () => {
    const { files, modules } = modulesIn(many(1001, (i) => `${i}.js`));
    files.change({ "0.js": null });
    modules.refresh();
    assert.deepEqual(modules.problems(), []);
  });
});
