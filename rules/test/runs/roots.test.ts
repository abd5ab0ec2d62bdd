import assert from "node:assert/strict";
import { HOME, runsIn, type Sources } from "./project.ts";

/** Where the programs begin that load "a.js". */
function roots(sources: Sources): string {
  return runsIn({ "a.js": "", ...sources })
    .roots(`${HOME}a.js`)
    .map((path) => path.slice(HOME.length))
    .sort()
    .join(" ");
}

describe("where the programs begin that load a file", () => {
  const rows: readonly (readonly [what: string, sources: Sources, expected: string])[] = [
    ["itself, where nobody loads it", {}, "a.js"],
    ["another file", { "b.js": 'import "./a.js";' }, "b.js"],
    ["two", { "b.js": 'import "./a.js";', "c.js": 'require("./a");' }, "b.js c.js"],
    ["a way of two steps", { "b.js": 'import "./a.js";', "c.js": 'import "./b.js";' }, "c.js"],
    ["itself, in a circle", { "a.js": 'import "./b.js";', "b.js": 'import "./a.js";' }, "a.js"],
    [
      "what loads a circle",
      { "a.js": 'import "./b.js";', "b.js": 'import "./a.js";', "c.js": 'import "./b.js";' },
      "c.js",
    ],
    ["itself, where it loads itself", { "a.js": 'import "./a.js";' }, "a.js"],
    ["a file of another directory", { "x/b.js": 'import "../a";' }, "x/b.js"],
    ["by an address", { "b.js": 'import "file:///home/a.js";' }, "b.js"],
    ["by an absolute path", { "b.js": 'import "/home/a.js";' }, "b.js"],
    ["by a query", { "b.js": 'import "./a.js?x=1";' }, "b.js"],
    ["by the other extension", { "a.js": "", "b.ts": 'import "./a.ts";' }, "a.js"],
    ["not by another file of this name", { "x/a.js": "", "x/b.js": 'import "./a.js";' }, "a.js"],
    ["not by its types", { "b.ts": 'import type { A } from "./a.js";' }, "a.js"],
    ["not by its types", { "b.ts": 'import { type A } from "./a.js";' }, "a.js"],
    ["by its types and more", { "b.ts": 'import type { A } from "./a.js"; import "./a.js";' }, "b.ts"],
    ["by a constant beginning", { "b.js": "require('./a' + x);" }, "b.js"],
    ["by another constant beginning", { "b.js": "require('./b' + x);" }, "a.js"],
    ["by a constant beginning, in code that does not parse", { "b.js": "require('./a.' + x); (" }, "a.js"],
    ["by a path below its file", { "b.js": 'import(new URL("./a.js", import.meta.url));' }, "b.js"],
    ["by another path below its file", { "b.js": 'import(new URL("./b.js", import.meta.url));' }, "a.js"],
    [
      "by a path of which only the folder of its file is known to be in it",
      { "b.js": "require(find(__dirname));" },
      "a.js",
    ],
    ["by a folder alone", { "b.js": "require('./' + x);" }, "a.js"],
    ["by its folder and a constant", { "b.js": "require(require('path').join(__dirname, 'a' + x));" }, "b.js"],
    [
      "by a package of the workspace",
      {
        "package.json": { workspaces: ["p"] },
        "p/package.json": { name: "p", main: "main.js" },
        "p/main.js": 'import "../a.js";',
        "b.js": 'import "p";',
      },
      "b.js",
    ],
    [
      "by its directory",
      { "x/index.js": 'import "../a.js";', "b.js": 'import "./x";', "x/c.js": 'import ".";' },
      "b.js x/c.js",
    ],
    [
      "by the directory above",
      { "index.js": 'import "./a.js";', "x/c.js": 'import "..";', "x/d.js": 'import "../";' },
      "x/c.js x/d.js",
    ],
    [
      "by the main file of a directory that is not a package of the workspace",
      { "x/package.json": { main: "y/z.js" }, "x/y/z.js": 'import "../../a.js";', "b.js": 'import "./x";' },
      "b.js",
    ],
    [
      "by an alias",
      { "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./*"] } } }, "b.ts": 'import "@/a";' },
      "b.ts",
    ],
    [
      "by an alias that another package does not have",
      {
        "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./*"] } } },
        "b/tsconfig.json": {},
        "b/b.ts": 'import "@/a";',
        "c.ts": 'import "@/a";',
      },
      "c.ts",
    ],
    [
      "by a name that leads nowhere for three others",
      {
        "b/b.js": 'import "./a";',
        "c/c.js": 'import "./a";',
        "d/d.js": 'import "./a";',
        "e.js": 'import "./a";',
      },
      "e.js",
    ],
    [
      "by packages whose main files lie deep",
      {
        "package.json": { workspaces: ["p", "q"] },
        "p/package.json": { name: "p", main: "1/2/3/4.js" },
        "p/1/2/3/4.js": 'import "../../../../a.js";',
        "q/package.json": { name: "@q/q", main: "1/2/3/4.js" },
        "q/1/2/3/4.js": 'import "../../../../a.js";',
        "b.js": 'import "p";',
        "c.js": 'import "@q/q";',
      },
      "b.js c.js",
    ],
    [
      "not by a constant name that is the beginning of its own",
      { "b.js": "require('./a.j'); require('./z' + x);" },
      "a.js",
    ],
    [
      "by a program without an extension",
      { "package.json": {}, tool: '#!/usr/bin/env node\nimport "./a.js";' },
      "tool",
    ],
    ["not by one in a folder that is not a project", { tool: '#!/usr/bin/env node\nimport "./a.js";' }, "a.js"],
    ["not by a file of text", { "package.json": {}, tool: 'import "./a.js";' }, "a.js"],
    ["not by a test", { "b.test.js": 'import "./a.js";' }, "a.js"],
    ["not by what a build has made", { "dist/b.js": 'import "../a.js";' }, "a.js"],
  ];
  for (const [what, sources, expected] of rows) it(what, () => assert.equal(roots(sources), expected));
});
