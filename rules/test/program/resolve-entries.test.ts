import assert from "node:assert/strict";
import { join } from "node:path";
import { memoryTree, resolverIn } from "./tree.ts";

describe("what a package is entered by", () => {
  const entries = (pkg: object, ...files: string[]) => {
    const root = memoryTree({ "package.json": pkg, ...Object.fromEntries(files.map((name) => [name, ""])) });
    return resolverIn(root)
      .packageEntries(root)
      .map((path) => path.slice(root.length + 1));
  };
  const all = ["m.js", "e.mjs", "s.ts", "b.js", "data.json", "t.d.ts", "both.ts", "both.js"];
  for (const [title, pkg, expected] of [
    ["TypeScript before what is made of it", { main: "./both" }, ["both.ts"]],
    ["main, module and source", { main: "m", module: "./e.mjs", source: "s.ts" }, ["m.js", "e.mjs", "s.ts"]],
    ["exports", { exports: { ".": { types: "./t.d.ts", import: "./e.mjs" }, "./m": "./m.js" } }, ["e.mjs", "m.js"]],
    ["one of its programs", { bin: "b.js" }, ["b.js"]],
    ["each of its programs", { bin: { a: "b.js", b: "./m.js", c: "none" } }, ["b.js", "m.js"]],
    ["each file once", { main: "m.js", exports: "./m.js" }, ["m.js"]],
    ["code alone", { main: "./data.json", exports: { "./*": "./*.js" } }, []],
    ["nothing outside", { main: "../m.js" }, []],
    ["nothing, without a word", {}, []],
  ] as const)
    it(title, () => assert.deepEqual(entries(pkg, ...all), expected));
});

describe("what is run by a path", () => {
  const root = memoryTree({
    "package.json": { main: "dir" },
    "a.ts": "",
    "data.json": "",
    "t.d.ts": "",
    "bin/serve": "#!/usr/bin/env node\n",
    "bin/sh": "#!/bin/sh\n",
    "dir/package.json": { source: "./s.ts", main: "./m.js", module: "./e.js" },
    "dir/s.ts": "",
    "dir/m.js": "",
    "main/package.json": { main: "./m.js", module: "./e.js" },
    "main/m.js": "",
    "main/e.js": "",
    "module/package.json": { main: "./gone.js", module: "./e.js" },
    "module/e.js": "",
    "index/package.json": { main: "./gone.js" },
    "index/index.js": "",
    "out/package.json": { main: "../a.ts" },
    "node_modules/x/index.js": "",
  });
  const run = (path: string) =>
    resolverIn(root)
      .entry(join(root, path))
      ?.slice(root.length + 1) ?? null;
  for (const [path, expected] of [
    ["a.ts", "a.ts"],
    ["a", "a.ts"],
    ["a.js", "a.ts"],
    [".", "dir/s.ts"],
    ["dir", "dir/s.ts"],
    ["main", "main/m.js"],
    ["module", "module/e.js"],
    ["index", "index/index.js"],
    ["out", null],
    ["data.json", null],
    ["data", null],
    ["t.d.ts", null],
    ["bin/serve", "bin/serve"],
    ["bin/sh", null],
    ["none", null],
    ["node_modules/x/index.js", null],
    ["../x.js", null],
  ] as const)
    it(path, () => assert.equal(run(path), expected));
  it("is what Node.js finds, where that is no code", () => {
    const at = memoryTree({ "package.json": {}, "dist/x.json": "", "src/x.ts": "", "a.js": "" });
    const found = resolverIn(at).resolve("./dist/x", join(at, "a.js"));
    assert.deepEqual(found, { kind: "file", path: join(at, "dist/x.json") });
  });
  it("is the source of an index that is built in a directory that is there", () => {
    const at = memoryTree({ "package.json": {}, "dist/other.js": "", "src/index.ts": "" });
    assert.equal(resolverIn(at).entry(join(at, "dist")), join(at, "src/index.ts"));
  });
  it("is looked for through eight main fields", () => {
    const found = (count: number) => {
      const below = Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`c/${"c/".repeat(i)}package.json`, { main: "./c" }]),
      );
      const at = memoryTree({ ...below, [`${"c/".repeat(count)}c.js`]: "" });
      return resolverIn(at).entry(join(at, "c")) !== null;
    };
    assert.equal(found(8), true);
    assert.equal(found(9), false);
  });
});
