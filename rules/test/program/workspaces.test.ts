import assert from "node:assert/strict";
import { configurationsOf } from "../../src/program/configurations.ts";
import { manifestsOf } from "../../src/program/manifests.ts";
import { DEEPEST, matcher, MOST_DIRECTORIES, workspacesOf, type Workspaces } from "../../src/program/workspaces.ts";
import { inMemory } from "./tree.ts";

type Tree = Readonly<Record<string, string | object>>;

function workspaces(files: Tree, root = "/srv"): Workspaces {
  const memory = inMemory("/", Object.fromEntries(Object.entries(files).map(([name, text]) => [`srv/${name}`, text])));
  return workspacesOf(memory, manifestsOf(memory, configurationsOf(memory), root), root);
}

/** A package.json without a name in each of these directories. */
const members = (...directories: string[]): Tree =>
  Object.fromEntries(directories.map((directory) => [`${directory}/package.json`, {}]));

/** Which of these packages the patterns name. */
function named(patterns: readonly string[], ...directories: string[]): string[] {
  return workspaces({ "package.json": { workspaces: patterns }, ...members(...directories) })
    .packages("/srv")
    .map((directory) => directory.slice("/srv/".length))
    .filter((directory) => directory !== "")
    .sort();
}

describe("the packages that patterns of a workspace name", () => {
  const all = ["apps/web", "packages/a", "packages/a/sub", "packages/b", "tools/x"];
  for (const [patterns, expected] of [
    [["packages/*"], ["packages/a", "packages/b"]],
    [["./packages/*"], ["packages/a", "packages/b"]],
    [[".//packages/*"], ["packages/a", "packages/b"]],
    [["/packages/*/"], ["packages/a", "packages/b"]],
    [["packages/*//"], ["packages/a", "packages/b"]],
    [["apps/web"], ["apps/web"]],
    [["apps/web/"], ["apps/web"]],
    [["apps"], []],
    [["apps/none"], []],
    [["*/a"], ["packages/a"]],
    [["packages/{a,b}"], ["packages/a", "packages/b"]],
    [["packages/**"], ["packages/a", "packages/a/sub", "packages/b"]],
    [["**"], all],
    [
      ["packages", "packages/*"],
      ["packages/a", "packages/b"],
    ],
    [
      ["packages/a", "packages/**"],
      ["packages/a", "packages/a/sub", "packages/b"],
    ],
    [["packages/*", "!packages/b"], ["packages/a"]],
    [["packages/*", "!./packages/b/"], ["packages/a"]],
    [["!packages/b", "packages/*"], ["packages/a"]],
    [["packages/*", "!**/b"], ["packages/a"]],
    [["packages/*", "!/packages/b"], ["packages/a"]],
    [["/packages/*", "!packages/b"], ["packages/a"]],
    [["packages/a", "packages/b", "!packages/b"], ["packages/a"]],
    [
      ["**", "!**/sub", "!tools/**"],
      ["apps/web", "packages/a", "packages/b"],
    ],
    [["!packages/b"], []],
    [[], []],
  ] as const)
    it(JSON.stringify(patterns), () => assert.deepEqual(named(patterns, ...all), expected));

  it("lie in directories that people write in, hidden ones too", () =>
    assert.deepEqual(named(["**"], "node_modules/x", "a/node_modules/y", ".git/hooks", ".config", "dist"), [
      ".config",
      "dist",
    ]));
  it("may lie beside the workspace, as far as the root holds them", () => {
    const files = {
      "one/package.json": { workspaces: ["../two", "../more/*"] },
      ...members("two", "more/three", "four"),
    };
    assert.deepEqual(workspaces(files).packages("/srv/one").sort(), ["/srv/more/three", "/srv/one", "/srv/two"]);
  });
  it("lie as deep as a workspace goes", () => {
    const deep = (levels: number) => Array.from({ length: levels }, () => "d").join("/");
    assert.deepEqual(named(["**"], deep(DEEPEST)), [deep(DEEPEST)]);
    assert.deepEqual(named(["**"], deep(DEEPEST + 1)), []);
  });
  it("are as many as a workspace has", () => {
    // The directory that is searched counts too.
    const many = (count: number) => Array.from({ length: count }, (_, i) => `d${i}`);
    assert.equal(named(["*"], ...many(MOST_DIRECTORIES - 1)).length, MOST_DIRECTORIES - 1);
    assert.equal(named(["*"], ...many(MOST_DIRECTORIES)).length, MOST_DIRECTORIES - 1);
  });
});

describe("where the packages of a workspace are stated", () => {
  const rest = { "a/package.json": { name: "a" }, "b/package.json": { name: "b" } };
  for (const [title, files] of [
    ["workspaces of package.json", { "package.json": { workspaces: ["a"] } }],
    ["workspaces.packages, as Yarn has it", { "package.json": { workspaces: { packages: ["a"] } } }],
    ["packages of pnpm-workspace.yaml", { "pnpm-workspace.yaml": "packages: [a]" }],
    ["workspace of deno.json", { "deno.json": { workspace: ["./a"] } }],
    ["workspace.members of deno.json", { "deno.json": { workspace: { members: ["./a"] } } }],
  ] as const)
    it(title, () => {
      const { find } = workspaces({ ...files, ...rest });
      assert.equal(find("a", "/srv/b"), "/srv/a");
      assert.equal(find("b", "/srv/a"), null);
    });
});

describe("the packages of a workspace", () => {
  it("have the name of their package.json and that of their deno.json", () => {
    const { find } = workspaces({
      "package.json": { name: "top", workspaces: ["*"] },
      "a/package.json": { name: "in-package" },
      "a/deno.json": { name: "@in/deno" },
    });
    assert.equal(find("in-package", "/srv/a"), "/srv/a");
    assert.equal(find("@in/deno", "/srv/a"), "/srv/a");
    assert.equal(find("top", "/srv/a"), "/srv");
    assert.equal(find("none", "/srv/a"), null);
  });
  it("are the first of two with one name, and the nearest workspace's", () => {
    const { find } = workspaces({
      "package.json": { workspaces: ["*"] },
      "a/package.json": { name: "x", workspaces: ["*"] },
      "a/c/package.json": { name: "x" },
      "b/package.json": { name: "x" },
    });
    assert.equal(find("x", "/srv"), "/srv/a");
    assert.equal(find("x", "/srv/b"), "/srv/a");
    const nested = workspaces({
      "package.json": { workspaces: ["x"] },
      "x/package.json": { name: "x" },
      "in/package.json": { workspaces: ["y"] },
      "in/y/package.json": { name: "x" },
    });
    assert.equal(nested.find("x", "/srv/in"), "/srv/in/y");
    assert.equal(nested.find("x", "/srv"), "/srv/x");
  });
  it("are all listed, those without a name too, and nothing without a manifest", () => {
    const files = { "package.json": { workspaces: ["*"] }, ...members("a", "b"), "c/index.js": "" };
    assert.deepEqual(workspaces(files).packages("/srv/a/deep"), ["/srv", "/srv/a", "/srv/b"]);
  });
  it("are none where no workspace is stated", () => {
    const { find, packages } = workspaces({ "package.json": { name: "alone" }, "a/package.json": { name: "a" } });
    assert.equal(find("alone", "/srv/a"), null);
    assert.deepEqual(packages("/srv/a"), []);
  });
  it("are not those of a workspace above the root", () => {
    const files = {
      "package.json": { workspaces: ["*"] },
      "a/package.json": { name: "a" },
      "b/package.json": { name: "b" },
    };
    assert.equal(workspaces(files, "/srv/a").find("b", "/srv/a"), null);
    assert.equal(workspaces(files).find("b", "/srv/a"), "/srv/b");
  });
});

describe("a matcher of patterns", () => {
  for (const [patterns, path, expected] of [
    [["a/*"], "a/b", true],
    [["a/*"], "a/.b", true],
    [["a/*"], "a/b/c", false],
    [["b", "a"], "a", true],
    [["a".repeat(200)], "a".repeat(200), true],
    [["a".repeat(201)], "a".repeat(201), false],
    [["*".repeat(12)], "a", true],
    [["*".repeat(13)], "a", false],
    [["", "a"], "a", true],
    [[""], "a", false],
    [[], "a", false],
  ] as const)
    it(`${JSON.stringify(patterns).slice(0, 40)}, ${path.slice(0, 10)}`, () =>
      assert.equal(matcher(patterns)(path), expected));
});
