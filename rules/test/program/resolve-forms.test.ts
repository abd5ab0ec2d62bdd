import assert from "node:assert/strict";
import { leads, memoryTree, type Tree } from "./tree.ts";

/** Where specifiers of one file lead. */
function table(
  title: string,
  files: Tree,
  rows: readonly (readonly [specifier: string, expected: string])[],
  from = "src/main.ts",
  how = {},
): void {
  describe(title, () => {
    const root = memoryTree({ [from]: "", ...files });
    for (const [specifier, expected] of rows)
      it(specifier, () => assert.equal(leads(root, from, specifier, how), expected));
  });
}

table("the forms of a specifier", { "package.json": {}, "src/a.ts": "", "src/a b.ts": "", "src/index.ts": "" }, [
  ["./a", "src/a.ts"],
  ["./a?worker", "src/a.ts"],
  ["./a?x\ny", "src/a.ts"],
  ["./a%20b.ts", "src/a b.ts"],
  [".", "src/index.ts"],
  ["./", "src/index.ts"],
  ["../src", "src/index.ts"],
  [".a", "package .a"],
  ["...", "package ..."],
  ["fs", "builtin fs"],
  ["fs/promises", "builtin fs/promises"],
  ["node:fs", "builtin fs"],
  ["node:sqlite", "builtin sqlite"],
  ["fsx", "package fsx"],
  ["my-node:fs", "unknown"],
  ["bun", "builtin bun"],
  ["bun:ffi", "builtin bun:ffi"],
  ["bunyan", "package bunyan"],
  ["my-bun", "package my-bun"],
  ["file:///nowhere/a.ts", "unknown"],
  ["FILE:///nowhere/a.ts", "unknown"],
  ["/nowhere/a.ts", "unknown"],
  ["npm:hono", "package hono"],
  ["npm:hono@4", "package hono"],
  ["npm:hono@4/cors", "package hono/cors"],
  ["npm:/hono@4/cors", "package hono/cors"],
  ["npm:hono/cors/x", "package hono/cors/x"],
  ["npm:@hono/node@^1.2/x", "package @hono/node/x"],
  ["jsr:@std/http", "package @std/http"],
  ["jsr:/@std/http@1/server", "package @std/http/server"],
  ["npm:", "unknown"],
  ["npm:hono@", "unknown"],
  ["my-npm:hono", "unknown"],
  ["https://esm.sh/hono", "unknown"],
  ["HTTPS://esm.sh/hono", "unknown"],
  ["virtual:pwa", "unknown"],
  ["git+ssh://x/y", "unknown"],
  ["chrome-extension://x", "unknown"],
  ["express", "package express"],
  ["express/lib/router", "package express/lib/router"],
  ["@scope/name", "package @scope/name"],
  ["@scope/name/sub/path.js", "package @scope/name/sub/path.js"],
  ["name:x", "unknown"],
  ["lib/https:x", "package lib/https:x"],
  ["", "unknown"],
  ["#x", "unknown"],
]);

table("what lies in node_modules, by its path", { "package.json": {}, "node_modules/x/index.js": "" }, [
  ["../node_modules/x", "package x"],
  ["../node_modules/x/lib/y.js", "package x/lib/y.js"],
  ["../node_modules/@a/x/lib/y.js", "package @a/x/lib/y.js"],
  ["../node_modules/x/node_modules/y/z.js", "package y/z.js"],
  ["../node_modules", "unknown"],
]);

table(
  "package.json's own names, and exports",
  {
    "package.json": {
      name: "me",
      imports: {
        "#a": "./src/a.js",
        "#runtime": { deno: "./src/deno.ts", bun: "./src/bun.ts", node: "./src/node.ts" },
        "#kind": { require: "./src/cjs.ts", import: "./src/esm.ts" },
        "#list": ["./src/a.js", "./src/esm.ts"],
        "#source": { source: "./src/a.ts", default: "./dist/other.js" },
        "#mine": { mine: "./src/a.ts", default: "./src/esm.ts" },
        "#gone": "./src/gone.js",
        "#to": "#back",
        "#back": "#to",
      },
      exports: { ".": "./src/a.ts", "./x": "./src/esm.ts" },
    },
    "tsconfig.json": { compilerOptions: { customConditions: ["mine"] } },
    "src/a.ts": "",
    "src/esm.ts": "",
    "src/cjs.ts": "",
    "src/node.ts": "",
    "src/bun.ts": "",
    "src/deno.ts": "",
  },
  [
    ["#a", "src/a.ts"],
    ["#runtime", "src/node.ts"],
    ["#kind", "src/esm.ts"],
    ["#list", "src/a.ts"],
    ["#source", "src/a.ts"],
    ["#mine", "src/a.ts"],
    ["#gone", "unknown"],
    ["#none", "unknown"],
    ["#to", "unknown"],
    ["me", "src/a.ts"],
    ["me/x", "src/esm.ts"],
    ["me/src/a.ts", "unknown"],
    ["me2", "package me2"],
  ],
);

table(
  "names in several places: tsconfig first, then manifests, nearest first",
  {
    "tsconfig.json": {
      compilerOptions: {
        paths: { "t/*": ["./none/*", "./src/*"], "m/*": ["./node_modules/m/*"], "#t": ["./src/t.ts"] },
      },
    },
    "deno.json": {
      imports: { "t/": "./far/", d: "./src/d.ts", over: "./far/over.ts", "@/": "./src/", "m/": "./far/" },
    },
    "package.json": {
      _moduleAliases: { al: "src", far: "none" },
      dependencies: { far: "^1" },
      imports: { "#i": "./src/d.ts" },
    },
    "src/deno.json": { imports: { over: "./t.ts" } },
    "src/t.ts": "",
    "src/d.ts": "",
    "far/u.ts": "",
    "far/over.ts": "",
  },
  [
    ["t/t", "src/t.ts"],
    ["t/u.ts", "far/u.ts"],
    ["m/x", "package m/x"],
    ["m/u.ts", "package m/u.ts"],
    ["d", "src/d.ts"],
    ["@/d.ts", "src/d.ts"],
    ["over", "src/t.ts"],
    ["al/d", "src/d.ts"],
    ["far/x", "package far/x"],
    ["#t", "src/t.ts"],
    ["#i", "src/d.ts"],
  ],
);

table(
  "packages of the project",
  {
    "package.json": {
      name: "top",
      workspaces: ["packages/*"],
      dependencies: {
        alias: "npm:@acme/one@*",
        other: "workspace:@acme/one@*",
        local: "file:./local",
        gone: "file:./gone",
      },
    },
    "packages/one/package.json": { name: "@acme/one", main: "./m.js" },
    "packages/one/m.js": "",
    "packages/one/lib/x.ts": "",
    "packages/two/deno.json": { name: "@acme/two", exports: "./mod.ts" },
    "packages/two/mod.ts": "",
    "packages/two/x.ts": "",
    "packages/three/deno.json": { name: "@acme/three", exports: { ".": "./mod.ts", "./y": "./deep/y.ts" } },
    "packages/three/mod.ts": "",
    "packages/three/deep/y.ts": "",
    "packages/three/z.ts": "",
    "local/index.ts": "",
    "local/sub.ts": "",
  },
  [
    ["@acme/one", "packages/one/m.js"],
    ["@acme/one/lib/x", "packages/one/lib/x.ts"],
    ["@acme/two", "packages/two/mod.ts"],
    ["@acme/two/x", "packages/two/x.ts"],
    ["@acme/three", "packages/three/mod.ts"],
    ["@acme/three/y", "packages/three/deep/y.ts"],
    ["@acme/three/z", "packages/three/z.ts"],
    ["alias", "packages/one/m.js"],
    ["other", "packages/one/m.js"],
    ["local", "local/index.ts"],
    ["local/sub", "local/sub.ts"],
    ["gone", "unknown"],
    // Only by `exports` does a package have itself.
    ["top", "unknown"],
  ],
);
