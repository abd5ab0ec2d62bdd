import assert from "node:assert/strict";
import type { TsConfig } from "../../src/program/tsconfig.ts";
import { DEEPEST } from "../../src/program/tsconfig-links.ts";
import { tsConfigsIn as configs, type Tree } from "./tree.ts";

/** Options without the functions. */
function options(config: TsConfig | null): Partial<TsConfig> {
  assert.ok(config);
  const { includes: _, bases: __, ...rest } = config;
  return rest;
}

const EMPTY = {
  baseUrl: null,
  paths: [],
  outDir: null,
  rootDir: null,
  allowJs: false,
  composite: false,
  customConditions: [],
  references: [],
};

describe("the options of a tsconfig", () => {
  it("are absent where nothing says", () =>
    assert.deepEqual(options(configs({ "tsconfig.json": {} }).at("/srv/tsconfig.json")), {
      path: "/srv/tsconfig.json",
      directory: "/srv",
      ...EMPTY,
    }));
  it("count from its directory", () => {
    const compilerOptions = {
      baseUrl: "./src",
      paths: { "@/*": ["app/*", "../lib/*"], one: "one.ts", none: 7 },
      outDir: "dist",
      rootDir: "/elsewhere",
      allowJs: true,
      composite: true,
      customConditions: ["mine", 1],
    };
    assert.deepEqual(options(configs({ "a/tsconfig.json": { compilerOptions } }).at("/srv/a/tsconfig.json")), {
      path: "/srv/a/tsconfig.json",
      directory: "/srv/a",
      baseUrl: "/srv/a/src",
      paths: [
        { pattern: "@/*", targets: ["/srv/a/src/app/*", "/srv/a/lib/*"] },
        { pattern: "one", targets: ["/srv/a/src/one.ts"] },
        { pattern: "none", targets: [] },
      ],
      outDir: "/srv/a/dist",
      rootDir: "/elsewhere",
      allowJs: true,
      composite: true,
      customConditions: ["mine"],
      references: [],
    });
  });
  it("of other kinds are not there", () => {
    const compilerOptions = { baseUrl: 1, paths: [], outDir: null, allowJs: "true", composite: 1 };
    const { at } = configs({ "tsconfig.json": { compilerOptions, references: "x" } });
    assert.deepEqual(options(at("/srv/tsconfig.json")), { path: "/srv/tsconfig.json", directory: "/srv", ...EMPTY });
  });
  it("are none where the file does not parse, or is not there", () => {
    const { at } = configs({ "tsconfig.json": "{", "a.json": { extends: "./tsconfig.json" } });
    assert.equal(at("/srv/tsconfig.json"), null);
    assert.equal(at("/srv/none.json"), null);
    assert.deepEqual(options(at("/srv/a.json")), { path: "/srv/a.json", directory: "/srv", ...EMPTY });
  });
  it("take in JavaScript in a jsconfig.json", () => {
    const { at } = configs({ "jsconfig.json": {}, "tsconfig.json": {} });
    assert.equal(at("/srv/jsconfig.json")?.allowJs, true);
    assert.equal(at("/srv/tsconfig.json")?.allowJs, false);
  });
});

describe("what a tsconfig extends", () => {
  const merged = (files: Tree, name = "a/tsconfig.json") => options(configs(files).at(`/srv/${name}`));
  it("gives the options that it does not state itself", () => {
    const { allowJs, composite, customConditions, outDir } = merged({
      "a/tsconfig.json": { extends: "../base", compilerOptions: { allowJs: false, outDir: "own" } },
      "base.json": { compilerOptions: { allowJs: true, composite: true, customConditions: ["x"], outDir: "base" } },
    });
    assert.deepEqual([allowJs, composite, customConditions, outDir], [false, true, ["x"], "/srv/a/own"]);
  });
  it("is a list of which the last one wins, option by option", () => {
    const { allowJs, composite, customConditions } = merged({
      "a/tsconfig.json": { extends: ["../one", "../two"] },
      "one.json": { compilerOptions: { allowJs: true, customConditions: ["one"] } },
      "two.json": { compilerOptions: { composite: true, customConditions: ["two"] } },
    });
    assert.deepEqual([allowJs, composite, customConditions], [true, true, ["two"]]);
  });
  it("gives paths that count from where they are written, or from the directory that extends it", () => {
    const base = { compilerOptions: { outDir: "out", rootDir: "${configDir}/src", paths: { "@/*": ["x/*"] } } };
    const found = merged({ "a/tsconfig.json": { extends: "../conf/base" }, "conf/base.json": base });
    assert.equal(found.outDir, "/srv/conf/out");
    assert.equal(found.rootDir, "/srv/a/src");
    assert.deepEqual(found.paths, [{ pattern: "@/*", targets: ["/srv/conf/x/*"] }]);
    const own = { extends: "../conf/base", compilerOptions: { baseUrl: "b", paths: { "~/*": ["${configDir}/y/*"] } } };
    assert.deepEqual(merged({ "a/tsconfig.json": own, "conf/base.json": base }).paths, [
      { pattern: "~/*", targets: ["/srv/a/y/*"] },
    ]);
    const inherited = { "a/tsconfig.json": { extends: "../conf/base" } };
    const withBase = { "conf/base.json": { compilerOptions: { baseUrl: "b", paths: { "@/*": ["x/*"] } } } };
    assert.deepEqual(merged({ ...inherited, ...withBase }).paths, [{ pattern: "@/*", targets: ["/srv/conf/b/x/*"] }]);
  });
  it("gives no references", () =>
    assert.deepEqual(
      merged({
        "a/tsconfig.json": { extends: "../base" },
        "base.json": { references: [{ path: "./b" }] },
        "b/tsconfig.json": {},
      }).references,
      [],
    ));
  it("is followed as far as anybody goes", () => {
    const chain = (length: number): Tree =>
      Object.fromEntries(
        Array.from({ length: length + 1 }, (_, i) => [
          `${i}.json`,
          i < length ? { extends: `./${i + 1}.json` } : { compilerOptions: { composite: true } },
        ]),
      );
    assert.equal(merged(chain(DEEPEST), "0.json").composite, true);
    assert.equal(merged(chain(DEEPEST + 1), "0.json").composite, false);
  });
  it("may lead back: what lies on the way counts", () => {
    const files = {
      "tsconfig.json": { extends: "./b.json", compilerOptions: { allowJs: true } },
      "b.json": { extends: "./tsconfig.json", compilerOptions: { composite: true } },
    };
    const { allowJs, composite } = merged(files, "tsconfig.json");
    assert.deepEqual([allowJs, composite], [true, true]);
  });
});
