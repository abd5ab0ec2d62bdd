import assert from "node:assert/strict";
import { parseJson } from "../../src/program/documents.ts";
import { aliasTargets, configTargets, denoTarget } from "../../src/program/mappings.ts";
import type { Manifest } from "../../src/program/manifests.ts";
import type { TsConfig } from "../../src/program/tsconfig.ts";

describe("where a tsconfig's paths lead", () => {
  const targets = (specifier: string, paths: Readonly<Record<string, string[]>>, baseUrl: string | null = null) =>
    configTargets(
      {
        baseUrl,
        paths: Object.entries(paths).map(([pattern, to]) => ({ pattern, targets: to })),
      } as unknown as TsConfig,
      specifier,
    );
  for (const [pattern, specifier, expected] of [
    ["only", "only", ["/a/*"]],
    ["only", "only/x", []],
    ["@/*", "@/x/y", ["/a/x/y"]],
    ["@/*", "@/", ["/a"]],
    ["@/*", "@", []],
    ["@/*", "x@/", []],
    ["*", "x", ["/a/x"]],
    ["x*y", "xy", ["/a"]],
    ["x*y", "x/z/y", ["/a/z"]],
    ["x*y", "xzy", ["/a/z"]],
    ["x*y", "xzyz", []],
    // The beginning and the end may not overlap.
    ["aba*aba", "aba", []],
    ["aba*aba", "ababa", []],
    ["aba*aba", "abaaba", ["/a"]],
  ] as const)
    it(`"${pattern}" for ${specifier}`, () => assert.deepEqual(targets(specifier, { [pattern]: ["/a/*"] }), expected));

  it("the longest beginning wins, wherever it stands; the first of two that are as long", () => {
    assert.deepEqual(targets("a/b/c", { "a/b/*": ["/long/*"], "a/*": ["/short/*"] }), ["/long/c"]);
    assert.deepEqual(targets("a/b/c", { "a/*": ["/short/*"], "a/b/*": ["/long/*"] }), ["/long/c"]);
    assert.deepEqual(targets("a/b/c", { "a/*": ["/first/*"], "a/*c": ["/second/*"] }), ["/first/b/c"]);
    assert.deepEqual(targets("a/b", { "a/*": ["/star/*"], "a/b": ["/whole"] }), ["/whole"]);
    assert.deepEqual(targets("a/b", { "a/b": ["/whole"], "a/*": ["/star/*"] }), ["/whole"]);
  });
  it("all its targets are tried, then the base", () => {
    assert.deepEqual(targets("a/b", { "a/*": ["/one/*", "/two/*/*"] }, "/base"), ["/one/b", "/two/b/*", "/base/a/b"]);
    assert.deepEqual(targets("a/$&", { "a/*": ["/one/*"] }), ["/one/$&"]);
    assert.deepEqual(targets("a/b", {}, "/base"), ["/base/a/b"]);
    assert.deepEqual(targets("a#", {}, "/base"), ["/base/a#"]);
    assert.deepEqual(targets("#a", {}, "/base"), []);
    assert.deepEqual(targets("a/b", {}), []);
  });
});

const manifest = (name: "package" | "deno", value: object): Manifest => ({
  directory: "/home",
  package: null,
  deno: null,
  [name]: parseJson(JSON.stringify(value), "/home"),
});

describe("where a package's own names for directories lead", () => {
  const of = (value: object, specifier: string) => aliasTargets(manifest("package", value), specifier);

  for (const [specifier, expected] of [
    ["@app", ["src"]],
    ["@app/x", ["src/x"]],
    ["@app/deep/x", ["src/far/x"]],
    ["@apple/x", []],
    ["@wrong/x", []],
    ["x/@app", []],
  ] as const)
    it(`_moduleAliases: ${specifier}`, () =>
      assert.deepEqual(
        of({ _moduleAliases: { "@app": "src", "@app/deep": "src/far", "@wrong": 1 } }, specifier),
        expected,
      ));

  for (const list of ["dependencies", "devDependencies", "peerDependencies"])
    it(`those of a framework in ${list}`, () => assert.deepEqual(of({ [list]: { nuxt: "*" } }, "~~/x/y"), ["./x/y"]));
  for (const [title, dependencies, specifier, expected] of [
    ["two directories", { nuxt: "*" }, "~/x", ["app/x", "./x"]],
    ["another name of the same framework", { nuxt3: "*" }, "~/x", ["app/x", "./x"]],
    ["the directory itself", { "@sveltejs/kit": "*" }, "$lib", ["src/lib"]],
    ["a name that the framework does not have", { nuxt: "*" }, "$lib/x", []],
    ["a name that begins like one", { "@sveltejs/kit": "*" }, "$library/x", []],
    ["what every object has", { "@sveltejs/kit": "*" }, "toString/x", []],
    ["a project without a framework", { express: "*" }, "~/x", []],
  ] as const)
    it(`of a framework: ${title}`, () => assert.deepEqual(of({ dependencies }, specifier), expected));
});

describe("where the imports of deno.json lead", () => {
  const imports = { "a/": "./x/", "a/b/": "./far/", "a/b/c": "./whole.ts", bare: "./bare.ts", "no/": 1, "no/a": 2 };
  for (const [specifier, expected] of [
    ["a/z", "./x/z"],
    ["a/b/z", "./far/z"],
    ["a/b/c", "./whole.ts"],
    ["a/", "./x/"],
    ["bare", "./bare.ts"],
    ["bare/x", null],
    ["no/x", null],
    ["no/a", null],
    ["z/a/b", null],
  ] as const)
    it(specifier, () => assert.equal(denoTarget(manifest("deno", { imports }), specifier), expected));
  it("nowhere without any", () => {
    assert.equal(denoTarget(manifest("deno", {}), "a"), null);
    assert.equal(denoTarget(manifest("package", { imports }), "bare"), null);
  });
});
