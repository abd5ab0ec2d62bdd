import assert from "node:assert/strict";
import {
  fileAt,
  holdsCode,
  indexOf,
  isCode,
  isTypeScript,
  mayStartRuntime,
  sourceNames,
  split,
  startsRuntime,
} from "../../src/program/extensions.ts";
import { leaves } from "../../src/program/package-maps.ts";
import { inMemory } from "./tree.ts";

describe("what a file is by its name", () => {
  for (const [path, code, typescript] of [
    ["a.js", true, false],
    ["a.mjs", true, false],
    ["a.cjs", true, false],
    ["a.jsx", true, false],
    ["a.ts", true, true],
    ["a.mts", true, true],
    ["a.cts", true, true],
    ["a.tsx", true, true],
    ["A.TS", true, true],
    ["a.d.ts", false, true],
    ["a.d.mts", false, true],
    ["a.d.css.ts", false, true],
    ["a.D.TS", false, true],
    ["ad.ts", true, true],
    ["a.d.ts.js", true, false],
    ["a.json", false, false],
    ["a.ts.json", false, false],
    ["a.vue", false, false],
    ["a.xts", false, false],
    ["ats", false, false],
    ["a.tsxx", false, false],
  ] as const)
    it(path, () => assert.deepEqual([isCode(path), isTypeScript(path)], [code, typescript]));

  for (const [path, stem, ext] of [
    ["/a/b.ts", "/a/b", ".ts"],
    ["/a/b.MJS", "/a/b", ".mjs"],
    ["/a.js/b", "/a.js/b", ""],
    ["/a/b.json", "/a/b.json", ""],
    ["/a/b.test.jsx", "/a/b.test", ".jsx"],
  ] as const)
    it(`${path} without its extension`, () => assert.deepEqual(split(path), { stem, ext }));

  for (const [path, expected] of [
    ["x.js", ["x.ts", "x.tsx", "x.jsx"]],
    ["x.mjs", ["x.mts"]],
    ["x.cjs", ["x.cts"]],
    ["x.jsx", ["x.tsx"]],
    ["x.ts", []],
    ["x", []],
  ] as const)
    it(`${path} may be made of`, () => assert.deepEqual(sourceNames(path), expected));
});

describe("a program by its first line", () => {
  for (const [line, expected] of [
    ["#!/usr/bin/env node", true],
    ["#!/usr/bin/node", true],
    ["#! /usr/bin/env node", true],
    ["#!/usr/bin/env\tnode", true],
    ["#!/usr/bin/env -S node --no-warnings", true],
    ["#!/usr/bin/env -S deno run", true],
    ["#!/usr/bin/env bun\nlisten();", true],
    ["#!/usr/bin/env tsx", true],
    ["#!/usr/bin/env ts-node", true],
    ["#!/usr/bin/env nodejs", true],
    ["#!/usr/bin/env node-gyp", false],
    ["#!/usr/bin/env nodemon", false],
    ["#!/usr/bin/env mynode", false],
    ["#!/bin/sh\nexec /usr/bin/node a.js", false],
    ["#!/bin/sh", false],
    [" #!/usr/bin/env node", false],
    ["// #!/usr/bin/env node", false],
    ["/usr/bin/env node", false],
    ["", false],
  ] as const)
    it(JSON.stringify(line), () => assert.equal(startsRuntime(line), expected));

  for (const [path, expected] of [
    ["/bin/serve", true],
    ["c:\\bin\\my-server2", true],
    ["serve", true],
    ["/bin/serve.js", false],
    ["/bin/Makefile", false],
    ["/bin/.serve", false],
    ["/bin/serve/", false],
    ["/bin/2", false],
  ] as const)
    it(`is looked at in ${path}: ${expected ? "yes" : "no"}`, () => assert.equal(mayStartRuntime(path), expected));

  it("holds code where both say so, and a file of code by its name", () => {
    const program = "#!/usr/bin/env node";
    const files = inMemory("/", { serve: program, sh: "#!/bin/sh", "a.txt": program, "a.js": "" });
    assert.deepEqual(
      ["/serve", "/sh", "/a.txt", "/a.js", "/none", "/none.js"].map((path) => holdsCode(files, path)),
      [true, false, false, true, false, true],
    );
  });
});

describe("the file that is meant by a path", () => {
  const files = (...names: string[]) => inMemory("/", Object.fromEntries(names.map((name) => [name, ""])));
  for (const [names, path, fromTypeScript, fromJavaScript] of [
    [["a.ts", "a.js"], "/a", "/a.ts", "/a.js"],
    [["a.ts", "a.js"], "/a.js", "/a.ts", "/a.js"],
    [["a.ts"], "/a.js", "/a.ts", "/a.ts"],
    [["a.js"], "/a.js", "/a.js", "/a.js"],
    [["a.tsx", "a.mts"], "/a", "/a.tsx", "/a.tsx"],
    [["a.mjs", "a.cjs"], "/a", "/a.mjs", "/a.mjs"],
    [["a.cts", "a.jsx"], "/a", "/a.cts", "/a.jsx"],
    [["a.json", "a.jsx"], "/a", "/a.jsx", "/a.jsx"],
    [["a.json"], "/a", "/a.json", "/a.json"],
    [["a.d.ts"], "/a", null, null],
    [["a.d.ts"], "/a.d", null, null],
    [["a.d.mts", "a.d.js"], "/a.d", "/a.d.js", "/a.d.js"],
    [["a.d.ts.js"], "/a.d.ts", "/a.d.ts.js", "/a.d.ts.js"],
    [["a.css.ts"], "/a.css", "/a.css.ts", "/a.css.ts"],
    [["a/index.ts"], "/a", null, null],
    [[], "/a", null, null],
  ] as const)
    it(`${path} among ${names.join(", ")}`, () => {
      assert.equal(fileAt(files(...names), path, true), fromTypeScript);
      assert.equal(fileAt(files(...names), path, false), fromJavaScript);
    });
  it("is the index of a directory", () => {
    assert.equal(indexOf(files("a/index.ts", "a/index.js"), "/a", true), "/a/index.ts");
    assert.equal(indexOf(files("a/index.ts", "a/index.js"), "/a", false), "/a/index.js");
    assert.equal(indexOf(files("a/b.ts"), "/a", true), null);
    assert.equal(indexOf(files("a"), "/a", true), null);
  });
});

describe("the strings in a map of exports", () => {
  const nested = (levels: number): unknown => (levels === 0 ? "./a.js" : { import: nested(levels - 1) });
  for (const [title, value, expected] of [
    ["one alone", "./a.js", ["./a.js"]],
    [
      "those of all conditions",
      { ".": { import: "./a.mjs", default: ["./a.js"] }, "./b": null },
      ["./a.mjs", "./a.js"],
    ],
    ["none", undefined, []],
    ["a number", 1, []],
    ["nothing", null, []],
    ["deep ones", nested(11), ["./a.js"]],
    ["deeper ones than anybody writes", nested(12), []],
  ] as const)
    it(title, () => assert.deepEqual(leaves(value), expected));
  it("are the first 200 of a level", () => {
    const many = Array.from({ length: 201 }, (_, i) => `./${i}.js`);
    assert.deepEqual(leaves(many.slice(0, 200)), many.slice(0, 200));
    assert.deepEqual(leaves(many), many.slice(0, 200));
  });
});
