import assert from "node:assert/strict";
import { configurationsOf } from "../../src/program/configurations.ts";
import { manifestsOf } from "../../src/program/manifests.ts";
import { MOST, tsConfigsOf } from "../../src/program/tsconfig.ts";
import { workspacesOf } from "../../src/program/workspaces.ts";
import { inMemory, tsConfigsIn as configs, type Tree } from "./tree.ts";

describe("the files that a tsconfig includes", () => {
  /** Which of these files are included; what stands in the file is given. */
  const included = (config: object, ...files: string[]) => {
    const found = configs({ "a/tsconfig.json": config, "base.json": { include: ["src"], exclude: ["src/no"] } }).at(
      "/srv/a/tsconfig.json",
    );
    return files.filter((name) => found?.includes(`/srv/${name}`));
  };
  for (const [title, config, yes, no] of [
    [
      "all below it",
      {},
      ["a/x.ts", "a/b/c/x.ts"],
      ["x.ts", "ab/x.ts", "a/.x/y.ts", "a/.y.ts", "a/node_modules/x.ts", "a/.git/x.ts"],
    ],
    ["not what it writes", { compilerOptions: { outDir: "out" } }, ["a/x.ts", "a/outer/x.ts"], ["a/out/x.ts"]],
    [
      "what it writes, where it says itself what is excluded",
      { compilerOptions: { outDir: "out" }, exclude: ["no"] },
      ["a/out/x.ts", "a/x.ts"],
      ["a/no/x.ts", "a/no"],
    ],
    ["a directory", { include: ["src"] }, ["a/src/x.ts", "a/src/b/x.ts"], ["a/x.ts", "a/src2/x.ts"]],
    ["what lies in a directory itself", { include: ["src/*"] }, ["a/src/x.ts"], ["a/src/b/x.ts", "a/src/.x.ts"]],
    ["a directory that is hidden, by its name", { include: [".x/**/*"] }, ["a/.x/y.ts"], ["a/.x/.z/y.ts"]],
    ["no directory with a dot in its name, which stands for a file", { include: ["v1.0"] }, [], ["a/v1.0/x.ts"]],
    ["nothing below what is excluded", { exclude: ["v1.0", "b*"] }, ["a/x.ts"], ["a/v1.0/x.ts", "a/bc/x.ts"]],
    ["a directory with a slash", { include: ["src/"] }, ["a/src/x.ts"], ["a/x.ts"]],
    ["a directory further up", { include: ["../src"] }, ["src/x.ts"], ["a/x.ts"]],
    ["by a pattern", { include: ["src/*.ts"] }, ["a/src/x.ts"], ["a/src/b/x.ts", "a/src/x.js"]],
    ["by several", { include: ["src", "*.mts"] }, ["a/src/x.ts", "a/x.mts"], ["a/x.ts"]],
    ["less what is excluded", { include: ["src"], exclude: ["**/*.test.ts"] }, ["a/src/x.ts"], ["a/src/b/x.test.ts"]],
    ["files alone", { files: ["x.ts", "../y.ts"] }, ["a/x.ts", "y.ts"], ["a/y.ts", "a/x.ts/z.ts"]],
    ["files, whatever is excluded", { files: ["no/x.ts"], exclude: ["no"] }, ["a/no/x.ts"], ["a/no/y.ts"]],
    ["files beside patterns", { files: ["x.ts"], include: ["src"] }, ["a/x.ts", "a/src/x.ts"], ["a/y.ts"]],
    ["none", { files: [] }, [], ["a/x.ts"]],
    ["from its own directory", { include: ["${configDir}/src"] }, ["a/src/x.ts"], ["a/x.ts"]],
    ["as what it extends says", { extends: "../base" }, ["src/x.ts"], ["a/src/x.ts", "src/no/x.ts", "a/x.ts"]],
    ["other than what it extends says", { extends: "../base", include: ["src"] }, ["a/src/x.ts"], ["src/x.ts"]],
  ] as const)
    it(title, () => assert.deepEqual(included(config, ...yes, ...no), yes));

  it("lie in directories whatever the names above them", () => {
    const found = configs({ "v1.0/tsconfig.json": { include: ["src"] } }).at("/srv/v1.0/tsconfig.json");
    assert.equal(found?.includes("/srv/v1.0/src/x.ts"), true);
  });

  for (const [title, config, expected] of [
    ["its own directory", {}, ["/srv"]],
    ["directories", { include: ["src", "test/"] }, ["/srv/src", "/srv/test"]],
    [
      "what stands before the first star",
      { include: ["src/**/*", "lib/a*/b", "{x,y}/z"] },
      ["/srv/src", "/srv/lib", "/srv"],
    ],
    ["what stands before a question mark", { include: ["src/a?/b"] }, ["/srv/src"]],
    ["those of its files", { files: ["a/x.ts", "a/y.ts", "b.ts"] }, ["/srv/a", "/srv"]],
    ["none", { files: [] }, []],
  ] as const)
    it(`lie in ${title}`, () =>
      assert.deepEqual(configs({ "tsconfig.json": config }).at("/srv/tsconfig.json")?.bases, expected));
});

describe("a tsconfig on Windows", () => {
  it("includes files and excludes them as elsewhere", () => {
    const root = "c:\\srv";
    const files = inMemory(root, { "tsconfig.json": { include: ["src"], exclude: ["src/no"], files: ["x.ts"] } });
    const configurations = configurationsOf(files);
    const workspaces = workspacesOf(files, manifestsOf(files, configurations, root), root);
    const config = tsConfigsOf(files, configurations, root, files, workspaces).for("c:\\srv\\src\\a.ts");
    const all = ["src\\a.ts", "src\\b\\c.ts", "x.ts", "y.ts", "src\\no\\a.ts", "src\\node_modules\\a.ts"];
    assert.deepEqual(
      all.filter((name) => config?.includes(`c:\\srv\\${name}`)),
      all.slice(0, 3),
    );
    assert.deepEqual(config?.bases, ["c:\\srv", "c:\\srv\\src"]);
  });
});

describe("the tsconfig in force", () => {
  const inForce = (files: Tree, file: string) => configs(files).for(`/srv/${file}`)?.path.slice("/srv/".length) ?? null;
  const app = { "tsconfig.json": { files: [], references: [{ path: "./app" }, { path: "tsconfig.node.json" }] } };
  const parts = { "app/tsconfig.json": {}, "tsconfig.node.json": { include: ["*.config.ts"] } };
  for (const [title, files, file, expected] of [
    ["is the nearest", { "tsconfig.json": {}, "a/tsconfig.json": {} }, "a/b/x.ts", "a/tsconfig.json"],
    ["may be a jsconfig.json", { "jsconfig.json": {} }, "a/x.js", "jsconfig.json"],
    ["is the tsconfig.json of two", { "jsconfig.json": {}, "tsconfig.json": {} }, "a/x.js", "tsconfig.json"],
    ["is not a build's", { "tsconfig.json": {}, "a/tsconfig.build.json": {} }, "a/x.ts", "tsconfig.json"],
    ["is none of another name", { "a/mytsconfig.json": {}, "a/tsconfig.json5": {} }, "a/x.ts", null],
    [
      "is the one of its references that includes the file",
      { ...app, ...parts },
      "vite.config.ts",
      "tsconfig.node.json",
    ],
    ["is the one of a referenced directory", { ...app, ...parts }, "app/src/x.ts", "app/tsconfig.json"],
    ["is itself where none includes the file", { ...app, ...parts }, "x.ts", "tsconfig.json"],
    [
      "is itself where it includes the file",
      { "tsconfig.json": { references: [{ path: "./tsconfig.b.json" }] }, "tsconfig.b.json": {} },
      "x.ts",
      "tsconfig.json",
    ],
    ["is none", {}, "x.ts", null],
  ] as const)
    it(title, () => assert.equal(inForce(files, file), expected));

  const around = (files: Tree, directory: string, more?: Tree) =>
    configs(files, more)
      .around(directory)
      .map(({ path }) => path);
  it("has others around it, nearest first, each once", () =>
    assert.deepEqual(
      around(
        {
          "tsconfig.json": { references: [{ path: "./a" }, { path: "./none" }, { path: "../srv" }, {}] },
          "tsconfig.build.json": {},
          "jsconfig.json": {},
          "my-tsconfig.x.json": {},
          "tsconfig.x.json.bak": {},
          "a/tsconfig.json": { references: [{ path: "../far/tsconfig.far.json" }] },
          "far/tsconfig.far.json": { references: [{ path: "../a" }] },
        },
        "/srv/a/b",
        { "tsconfig.json": {} },
      ),
      [
        "/srv/a/tsconfig.json",
        "/srv/far/tsconfig.far.json",
        "/srv/tsconfig.json",
        "/srv/jsconfig.json",
        "/srv/tsconfig.build.json",
      ],
    ));
  it("has so many references and no more", () => {
    const some = (count: number): Tree => ({
      "tsconfig.json": { references: Array.from({ length: count }, (_, i) => ({ path: `./${i}` })) },
      ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}/tsconfig.json`, {}])),
    });
    assert.equal(around(some(MOST), "/srv").length, MOST + 1);
    assert.equal(around(some(MOST + 1), "/srv").length, MOST + 1);
  });

  it("has problems, of those that were read and are still there", () => {
    const { at, problems } = configs({ "tsconfig.json": { extends: "./none" }, "other.json": { extends: "./gone" } });
    assert.deepEqual(problems(), []);
    at("/srv/tsconfig.json");
    at("/srv/missing.json");
    assert.deepEqual(
      problems().map(({ path, text }) => `${path} ${text}`),
      ['/srv/tsconfig.json extends: there is no "./none". Imports are not followed by its paths.'],
    );
  });
});
