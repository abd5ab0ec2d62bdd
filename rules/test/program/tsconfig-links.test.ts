import assert from "node:assert/strict";
import { configurationsOf } from "../../src/program/configurations.ts";
import { parseJson } from "../../src/program/documents.ts";
import { manifestsOf } from "../../src/program/manifests.ts";
import { configLinks, DEEPEST, type ConfigLinks } from "../../src/program/tsconfig-links.ts";
import { workspacesOf } from "../../src/program/workspaces.ts";
import { inMemory, type Tree } from "./tree.ts";

/** The links between configurations below /w/srv; files by their paths from /w. */
function links(files: Tree): ConfigLinks {
  const memory = inMemory("/w", files);
  const root = "/w/srv";
  const read = (path: string) => {
    const text = memory.read(path);
    return text === null ? null : parseJson(text, path);
  };
  const workspaces = workspacesOf(memory, manifestsOf(memory, configurationsOf(memory), root), root);
  return configLinks(read, memory, root, memory, workspaces);
}

describe("the file that a tsconfig extends", () => {
  const files: Tree = {
    "outside.json": {},
    "node_modules/above/tsconfig.json": {},
    "srv/base.json": {},
    "srv/bare": {},
    "srv/.hidden.json": {},
    "srv/a/tsconfig.json": {},
    "srv/node_modules/whole/tsconfig.json": {},
    "srv/node_modules/whole/more.json": {},
    "srv/node_modules/whole/deep/tsconfig.json": {},
    "srv/node_modules/named/package.json": { tsconfig: "conf/main" },
    "srv/node_modules/named/conf/main.json": {},
    "srv/node_modules/named/tsconfig.json": {},
    "srv/node_modules/astray/package.json": { tsconfig: "none.json" },
    "srv/node_modules/astray/tsconfig.json": {},
    "srv/node_modules/empty/package.json": {},
    "srv/node_modules/@acme/conf/base.json": {},
    "srv/a/node_modules/whole/tsconfig.json": {},
    "srv/package.json": { workspaces: ["packages/*"] },
    "srv/packages/one/package.json": { name: "one", tsconfig: "./its.json" },
    "srv/packages/one/its.json": {},
    "srv/packages/one/b/c.json": {},
    "srv/packages/two/package.json": { name: "@acme/two" },
    "srv/packages/two/b/c.json": {},
  };
  for (const [name, directory, expected] of [
    ["./base.json", "srv", "srv/base.json"],
    ["./base", "srv", "srv/base.json"],
    ["../base", "srv/a", "srv/base.json"],
    ["./bare", "srv", "srv/bare"],
    [".\\base", "srv", null],
    ["/w/srv/base", "srv/a", "srv/base.json"],
    ["./a/tsconfig.json", "srv", "srv/a/tsconfig.json"],
    ["./a", "srv", null],
    ["./none", "srv", null],
    ["base", "srv", null],
    [".hidden", "srv", null],
    // Outside of the root nothing is read but node_modules.
    ["../outside", "srv", null],
    ["/w/outside.json", "srv", null],
    ["../node_modules/above/tsconfig.json", "srv", "node_modules/above/tsconfig.json"],
    ["above", "srv", "node_modules/above/tsconfig.json"],
    ["whole", "srv", "srv/node_modules/whole/tsconfig.json"],
    ["whole", "srv/a", "srv/a/node_modules/whole/tsconfig.json"],
    ["whole/more", "srv", "srv/node_modules/whole/more.json"],
    ["whole/more.json", "srv/a", "srv/node_modules/whole/more.json"],
    ["whole/deep", "srv", "srv/node_modules/whole/deep/tsconfig.json"],
    ["whole/none", "srv", null],
    ["named", "srv", "srv/node_modules/named/conf/main.json"],
    ["astray", "srv", "srv/node_modules/astray/tsconfig.json"],
    ["empty", "srv", null],
    ["@acme/conf/base", "srv", "srv/node_modules/@acme/conf/base.json"],
    ["@acme/conf", "srv", null],
    ["one", "srv/packages/two", "srv/packages/one/its.json"],
    ["one/b/c", "srv", "srv/packages/one/b/c.json"],
    ["@acme/two/b/c.json", "srv/packages/one", "srv/packages/two/b/c.json"],
    ["@acme/two/none", "srv", null],
  ] as const)
    it(`${name} from ${directory}`, () =>
      assert.equal(links(files).extended(name, `/w/${directory}`), expected && `/w/${expected}`));

  it("is what a reference names too, or the tsconfig.json of a directory", () => {
    const { referenced } = links(files);
    assert.equal(referenced("./a", "/w/srv"), "/w/srv/a/tsconfig.json");
    assert.equal(referenced("../base.json", "/w/srv/a"), "/w/srv/base.json");
    assert.equal(referenced("./none", "/w/srv"), "/w/srv/none");
  });
});

describe("what is wrong with the links of a tsconfig", () => {
  const problems = (config: object | string, files: Tree = {}, name = "tsconfig.json") =>
    links({ [`srv/${name}`]: config, ...files })
      .problems(`/w/srv/${name}`)
      .map(({ place, text, isWhole, path }) => {
        assert.equal(path, `/w/srv/${name}`);
        assert.equal(isWhole, false);
        return `${place?.line}:${place?.column} ${text}`;
      });
  const none = (name: string) => `there is no "${name}". Imports are not followed by its paths.`;
  const installed = { "srv/node_modules/x/package.json": {} };

  for (const [name, files, missing] of [
    ["./none", {}, true],
    ["./none", { "srv/none.json": {} }, false],
    ["./none.json", { "srv/none.json": {} }, false],
    ["./none", { "srv/none/tsconfig.json": {} }, true],
    ["..", {}, true],
    ["../out", { "out.json": {} }, false],
    ["/w/none.json", {}, true],
    ["./node_modules/x/none.json", {}, false],
    ["./node_modules/x/none.json", installed, true],
    ["pkg/base", {}, false],
    ["pkg/base", installed, true],
    ["pkg/base", { "node_modules/x/package.json": {} }, true],
    ["pkg/base", { ...installed, "srv/.pnp.cjs": "" }, false],
    ["pkg/base", { ...installed, "srv/node_modules/pkg/package.json": {} }, false],
    ["pkg/base", { ...installed, "node_modules/pkg/package.json": {} }, false],
    ["@a/pkg/base", { ...installed, "srv/node_modules/@a/other/package.json": {} }, true],
    ["@a/pkg/base", { ...installed, "srv/node_modules/@a/pkg/package.json": {} }, false],
  ] as const)
    it(`extends ${name} beside ${Object.keys(files).join(", ") || "nothing"}: ${missing ? "missing" : "fine"}`, () => {
      assert.deepEqual(problems({ extends: name }, files), missing ? [`1:12 extends: ${none(name)}`] : []);
    });
  it("is each of a list, at its place", () =>
    assert.deepEqual(problems('{ "extends": [\n"./a",\n"./b" ] }', { "srv/a.json": {} }), [
      `3:1 extends: ${none("./b")}`,
    ]));
  it("is what a reference does not find", () =>
    assert.deepEqual(
      problems('{ "references": [\n{ "path": "./a" },\n{ "path": "./none" },\n{}, { "path": 1 }] }', {
        "srv/a/x.ts": "",
        "srv/a/tsconfig.json": {},
      }),
      [`3:11 references[1].path: ${none("./none")}`],
    ));
  it("is nothing where the file does not parse, or is not there", () => {
    assert.deepEqual(problems('{ "extends": "./none", '), []);
    assert.deepEqual(links({}).problems("/w/srv/tsconfig.json"), []);
    assert.deepEqual(problems({ references: "./none" }), []);
  });

  describe("that lead back", () => {
    const to = (name: string) => ({ extends: `./${name}.json` });
    it("is said by the first of the files", () => {
      const files = { "srv/b.json": to("c"), "srv/c.json": to("a") };
      assert.deepEqual(problems(to("b"), files, "a.json"), [
        "1:12 extends: it leads back to itself: a.json → b.json → c.json → a.json.",
      ]);
      assert.deepEqual(problems(to("a"), { "srv/a.json": to("b") }, "b.json"), []);
    });
    it("is not said by a file that only leads into a circle", () =>
      assert.deepEqual(problems(to("b"), { "srv/b.json": to("c"), "srv/c.json": to("b") }, "a.json"), []));
    it("is found by any of several ways", () =>
      assert.deepEqual(
        problems({ extends: ["./x.json", "./b.json"] }, { "srv/x.json": {}, "srv/b.json": to("a") }, "a.json"),
        ["1:12 extends: it leads back to itself: a.json → b.json → a.json."],
      ));
    it("is looked for as far as anybody goes", () => {
      const circle = (length: number) => {
        const name = (i: number) => String((i % length) + 1000);
        const files = Object.fromEntries(Array.from({ length }, (_, i) => [`srv/${name(i)}.json`, to(name(i + 1))]));
        return problems(to("1001"), files, "1000.json").length;
      };
      assert.equal(circle(DEEPEST), 1);
      assert.equal(circle(DEEPEST + 1), 0);
    });
  });
});
