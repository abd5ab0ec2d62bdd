import assert from "node:assert/strict";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { manifestAt, settingsFileOf } from "../../src/program/deno-settings.ts";
import { DEEPEST } from "../../src/program/nesting.ts";
import type { PackageFile } from "../../src/program/package-file.ts";
import { LARGEST, nearestPackage, nearestPackageFile, readPackageFile } from "../../src/program/package-json.ts";
import { tree, write, type Tree } from "./tree.ts";

const KEY = { node: ">=20" };
const OTHER = { node: ">=22" };

/** Without missing prototypes, which `deepEqual` minds. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

/** The manifest that counts for a file, with paths from the top; the top has a package.json of its own. */
function nearest(files: Tree, file: string) {
  const top = tree({ "package.json": { name: "top" }, ...files });
  const found = nearestPackageFile(join(top, file));
  assert.ok(found);
  const below = (path: string) => path.slice(top.length + 1);
  const { path, package: contents, problem, settingsPath } = found;
  return {
    path: below(path),
    package: plain(contents),
    problem: problem?.replaceAll(`${top}/`, "") ?? null,
    ...(settingsPath && { settingsPath: below(settingsPath) }),
    called: settingsFileOf(contents),
  };
}

describe("the package.json that counts for a file", () => {
  const keyed = { "package.json": { name: "top", portreuse: KEY } };
  const own = { path: "a/package.json", problem: null, called: "package.json" };
  for (const [title, files, file, expected] of [
    ["is the nearest", { "a/package.json": { name: "a" } }, "a/b/x.js", { ...own, package: { name: "a" } }],
    ["is one further up", {}, "a/b/x.js", { ...own, path: "package.json", package: { name: "top" } }],
    [
      "has the key of the one above it",
      { ...keyed, "a/package.json": { name: "a" } },
      "a/x.js",
      { ...own, package: { name: "a", portreuse: KEY }, settingsPath: "package.json" },
    ],
    [
      "has the key of one far above it",
      { ...keyed, "a/package.json": { name: "a" }, "a/b/package.json": { name: "b" } },
      "a/b/x.js",
      { ...own, path: "a/b/package.json", package: { name: "b", portreuse: KEY }, settingsPath: "package.json" },
    ],
    [
      "has its own key first",
      { ...keyed, "a/package.json": { name: "a", portreuse: OTHER }, "a/deno.json": { portreuse: KEY } },
      "a/x.js",
      { ...own, package: { name: "a", portreuse: OTHER } },
    ],
    [
      "has the key of the deno.json beside it",
      { ...keyed, "a/package.json": { name: "a" }, "a/deno.json": { portreuse: OTHER } },
      "a/x.js",
      { ...own, package: { name: "a", portreuse: OTHER }, settingsPath: "a/deno.json", called: "deno.json" },
    ],
    [
      "has the key of a deno.jsonc above it",
      { "deno.jsonc": '// settings\n{ "portreuse": {} }', "a/package.json": { name: "a" } },
      "a/x.js",
      { ...own, package: { name: "a", portreuse: {} }, settingsPath: "deno.jsonc", called: "deno.jsonc" },
    ],
    [
      "has the key of the deno.json, not of the deno.jsonc",
      { "a/package.json": { name: "a" }, "a/deno.json": {}, "a/deno.jsonc": { portreuse: KEY } },
      "a/x.js",
      { ...own, package: { name: "a" } },
    ],
    [
      "is the one above a deno.json, with that one's key",
      { ...keyed, "a/deno.json": "\uFEFF" + JSON.stringify({ portreuse: OTHER }) },
      "a/x.js",
      {
        ...own,
        path: "package.json",
        package: { name: "top", portreuse: OTHER },
        settingsPath: "a/deno.json",
        called: "deno.json",
      },
    ],
    [
      "is the one above a deno.json without the key",
      { ...keyed, "a/deno.json": { tasks: {} } },
      "a/x.js",
      { ...own, path: "package.json", package: { name: "top", portreuse: KEY } },
    ],
    [
      "takes no key from another repository",
      { ...keyed, "a/package.json": { name: "a" }, "a/.git/HEAD": "" },
      "a/x.js",
      { ...own, package: { name: "a" } },
    ],
    [
      "takes no key from above its repository",
      { ...keyed, "b/.git": "gitdir: x", "b/a/package.json": { name: "a" } },
      "b/a/x.js",
      { ...own, path: "b/a/package.json", package: { name: "a" } },
    ],
    [
      "takes the key from the top of its repository",
      { ...keyed, ".git/HEAD": "", "a/package.json": { name: "a" } },
      "a/x.js",
      { ...own, package: { name: "a", portreuse: KEY }, settingsPath: "package.json" },
    ],
    [
      "takes no key where it cannot be read",
      { ...keyed, "a/package.json": "[]" },
      "a/x.js",
      { ...own, package: {}, problem: "a/package.json: expected a JSON object, got []." },
    ],
    [
      "takes no key from one that cannot be read",
      { "package.json": "7", "a/package.json": { name: "a" } },
      "a/x.js",
      { ...own, package: { name: "a" } },
    ],
    [
      "has the problem of a deno.json",
      { "a/package.json": { name: "a" }, "a/deno.json": "{" },
      "a/x.js",
      {
        ...own,
        package: { name: "a" },
        problem: "a/deno.json:1:2: not valid JSON: close brace expected.",
        settingsPath: "a/deno.json",
        called: "deno.json",
      },
    ],
    [
      "is not a directory of that name",
      { "a/package.json/x": "", "a/deno.json/x": "" },
      "a/x.js",
      { ...own, path: "package.json", package: { name: "top" } },
    ],
  ] as const)
    it(title, () => assert.deepEqual(nearest(files, file), expected));

  it("may be a deno.json alone", () => {
    const at = (deno: object | string): PackageFile | null => manifestAt(tree({ "deno.json": deno }), null, () => null);
    const found = at({ portreuse: KEY, tasks: {} });
    assert.deepEqual(plain(found?.package), { portreuse: KEY });
    assert.match(found?.path ?? "", /deno\.json$/);
    assert.equal(found?.problem, null);
    assert.deepEqual(plain(at({})?.package), {});
    assert.match(at("{")?.problem ?? "", /deno\.json:1:2: not valid JSON/);
    assert.equal(
      manifestAt(tree({}), null, () => null),
      null,
    );
  });
  it("has its own problem before that of a deno.json", () => {
    const broken: PackageFile = { path: "/up/package.json", package: {}, problem: "broken" };
    assert.equal(manifestAt(tree({ "deno.json": "{" }), null, () => broken)?.problem, "broken");
    assert.equal(
      manifestAt(tree({ "deno.json": "{" }), broken, () => null),
      broken,
    );
  });
  it("is called package.json where nothing says otherwise", () => {
    assert.equal(settingsFileOf(null), "package.json");
    assert.equal(settingsFileOf({ portreuse: {} }), "package.json");
  });
});

describe("a manifest that changes", () => {
  it("is looked at again after two seconds", () => {
    const root = tree({ "package.json": { name: "one" } });
    const file = join(root, "x.js");
    assert.deepEqual(nearestPackage(file, 10_000), { name: "one" });
    write(root, { "package.json": { name: "second" } });
    assert.deepEqual(nearestPackage(file, 11_999), { name: "one" });
    assert.deepEqual(nearestPackage(file, 12_000), { name: "second" });
  });
  it("is read again only where time or size say so", () => {
    const root = tree({ "package.json": { name: "one" }, "deno.json": { portreuse: { node: ">=20" } } });
    const file = join(root, "x.js");
    const long = new Date(Date.now() - 60_000);
    const at = (now: number) => plain(nearestPackage(file, now));
    const settle = () => {
      for (const name of ["package.json", "deno.json"]) utimesSync(join(root, name), long, long);
    };
    settle();
    assert.deepEqual(at(0), { name: "one", portreuse: { node: ">=20" } });
    write(root, { "package.json": { name: "two" }, "deno.json": { portreuse: { node: ">=22" } } });
    settle();
    assert.deepEqual(at(10_000), { name: "one", portreuse: { node: ">=20" } });
    write(root, { "package.json": { name: "other" }, "deno.json": { portreuse: { node: ">=22.1" } } });
    settle();
    assert.deepEqual(at(20_000), { name: "other", portreuse: { node: ">=22.1" } });
  });
});

describe("a package.json that cannot be read", () => {
  const read = (content: string | object) => {
    const path = join(tree({ "package.json": content }), "package.json");
    const found = readPackageFile(path);
    assert.deepEqual(found?.package, {});
    return found?.problem?.slice(path.length) ?? null;
  };
  for (const [content, problem] of [
    ["[1]", ": expected a JSON object, got [1]."],
    ["null", ": expected a JSON object, got null."],
    ['"x"', ': expected a JSON object, got "x".'],
    ["7", ": expected a JSON object, got 7."],
    ["{}", null],
    ["[".repeat(DEEPEST + 1), ": it is nested too deep to be read."],
  ] as const)
    it(content.slice(0, 10), () => assert.equal(read(content), problem));
  for (const content of ['{"a": b}', '{"a": 1,}', '{"a": "\n"}', "{ a", "", '{"a": 1', '{"a": "x', "\u0000"])
    it(`${JSON.stringify(content)} in words`, () =>
      assert.match(
        read(content) ?? "",
        /^:\d:\d+: this is not JSON: [a-z](?:(?! in JSON| at position| is not valid|\.\.\.).)*[^.]\.$/,
      ));
  it("is too large", () => {
    const spaces = (length: number) => `{}${" ".repeat(length - 2)}`;
    assert.equal(read(spaces(LARGEST)), null);
    assert.equal(read(spaces(LARGEST + 1)), ": it is too large to be read.");
  });
  it("is not there", () => {
    const root = tree({ "package.json/x": "" });
    assert.equal(readPackageFile(join(root, "none.json")), null);
    assert.equal(readPackageFile(join(root, "package.json")), null);
    assert.equal(readPackageFile(join(root, "a\0b")), null);
  });
});
