import assert from "node:assert/strict";
import { KINDS, type ConfigurationKind } from "../../src/program/configuration-kinds.ts";
import { configurationsOf } from "../../src/program/configurations.ts";
import type { Files } from "../../src/program/files.ts";
import { inMemory } from "./tree.ts";

/** What is wrong with a file that is read as a kind of configuration: "line:column text". */
function problems(
  kind: ConfigurationKind,
  content: string | object,
  name = "x.json",
  more: Partial<Files> = {},
): string[] {
  const configurations = configurationsOf({ ...inMemory("/", { [name]: content }), ...more });
  configurations.document(`/${name}`, kind);
  return configurations.problems().map(({ place, text }) => `${place ? `${place.line}:${place.column} ` : ""}${text}`);
}

/** The keys of which a value is refused, with what is expected there. */
const refused = (kind: ConfigurationKind, content: object) =>
  problems(kind, content).map((line) => /^\d+:\d+ (.*?: expected .*?), got /.exec(line)?.[1] ?? line);

describe("the keys of a configuration", () => {
  const object = "an object";
  const text = "a string";
  const texts = "a list of strings";
  for (const [kind, way, good, bad, expected] of [
    ["package", "name", ["x", null], [1, {}], text],
    ["package", "main", ["x"], [[]], text],
    ["package", "imports", [{}], ["x", []], object],
    ["package", "scripts", [{}], ["x", [], [1]], object],
    ["package", "scripts.a", ["x", null], [1, ["x"]], text],
    ["package", "dependencies", [{}], [[], true], object],
    ["package", "devDependencies", [{}], [1], object],
    ["package", "optionalDependencies", [{}], [1], object],
    ["package", "peerDependencies", [{}], [1], object],
    ["package", "workspaces", [[], ["x"], {}], ["x", [1], 1], "a list of strings or an object"],
    ["package", "workspaces.packages", [["x"]], ["x", [1]], texts],
    ["package", "engines.node", [">=20", "20 || 22", "*"], ["twenty", 20, {}], 'a semver range such as ">=20"'],
    ["deno", "imports.a", ["x"], [{}], text],
    ["deno", "tasks.a", ["x", {}], [[], 1], "a string or an object"],
    ["deno", "workspace", [["x"], {}], ["x"], "a list of strings or an object"],
    ["deno", "exports", ["x", {}], [[]], "a string or an object"],
    ["pnpm", "packages", [["x"]], ["x", {}], texts],
    ["pnpm", "catalog", [{}], ["x"], object],
    ["yarn", "catalogs", [{}], ["x"], object],
    ["typescript", "extends", ["x", ["x"]], [{}, [1]], "a string or a list of strings"],
    ["typescript", "references", [[], [{}]], [{}, "x"], "a list"],
    ["typescript", "compilerOptions.allowJs", [true, false], ["true", 1], "true or false"],
    ["typescript", "compilerOptions.composite", [true], ["x"], "true or false"],
    ["typescript", "compilerOptions.customConditions", [["x"]], ["x"], texts],
    ["pm2", "apps", [[], {}], ["x", 1], "a list or an object"],
    ["nodemon", "exec", ["x"], [[]], text],
    ["compose", "services", [{}], [[]], object],
  ] as const)
    it(`${way} of ${kind}`, () => {
      const with_ = (value: unknown) =>
        way.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;
      for (const value of good) assert.deepEqual(refused(KINDS[kind], with_(value)), [], JSON.stringify(value));
      for (const value of bad)
        assert.deepEqual(refused(KINDS[kind], with_(value)), [`${way}: expected ${expected}`], JSON.stringify(value));
    });
});

describe("a key that holds something else", () => {
  const kind: ConfigurationKind = {
    unknown: "Nothing is known.",
    keys: {
      "": { words: "an object", accepts: (value) => typeof value === "object" && !Array.isArray(value) },
      a: { words: "an object", accepts: (value) => typeof value === "object" },
      "a.b": { words: "a number", accepts: (value) => typeof value === "number" },
      "list.*.x": { words: "a number", accepts: (value) => typeof value === "number" },
      ab: { words: "a number", accepts: (value) => typeof value === "number" },
    },
  };
  for (const [title, content, expected] of [
    [
      "is said once, at its place",
      '{\n  "a": { "b": "x" } }',
      ['2:15 a.b: expected a number, got "x". It is ignored.'],
    ],
    [
      "is said of the first of several",
      '{ "list": [{ "x": 1 }, { "x": "y" }, { "x": "z" }] }',
      ['1:31 list[1].x: expected a number, got "y". It is ignored.'],
    ],
    [
      "is not said again of what lies in it",
      '{ "a": 7, "ab": "x" }',
      ["1:8 a: expected an object, got 7. It is ignored.", '1:17 ab: expected a number, got "x". It is ignored.'],
    ],
    ["is all of it", "[]", ["1:1 expected an object, got []. Nothing is known."]],
    [
      "is named as it is written",
      '{ "list": { "my key": { "x": [] }, "it": { "x": 1 } } }',
      ['1:30 list["my key"].x: expected a number, got []. It is ignored.'],
    ],
    ["is no key that is not there", '{ "b": 1, "list": 7, "other": "x" }', []],
    ["is not nothing", '{ "a": null, "list": [{ "x": null }] }', []],
  ] as const)
    it(title, () => assert.deepEqual(problems(kind, content), expected));
  it("is found in YAML, by the file's name", () => {
    const expected = ['1:9 a.b: expected a number, got "x". It is ignored.'];
    for (const name of ["x.yaml", "x.yml"]) assert.deepEqual(problems(kind, "a: { b: x }", name).length, 1, name);
    assert.deepEqual(problems(kind, "a: { b: x }", "x.yaml"), expected);
    assert.match(problems(kind, "a: { b: x }", "x.yaml.json")[0] ?? "", /not valid JSON/);
  });
});

describe("a configuration of which nothing is known", () => {
  const kind: ConfigurationKind = { unknown: "Nothing is known." };
  const empty: ConfigurationKind = { ...kind, mayBeEmpty: true };
  for (const [title, content, of, expected] of [
    ["does not parse", "{", kind, ["1:2 not valid JSON: close brace expected. Nothing is known."]],
    ["is empty", " \n", kind, ["2:1 not valid JSON: value expected. Nothing is known."]],
    ["is empty, as it may be", " \n", empty, []],
    ["is not empty, and does not parse", "{", empty, ["1:2 not valid JSON: close brace expected. Nothing is known."]],
    ["is a template of Helm", '{ "a": {{ .x }}', kind, []],
    ["is a template of EJS", "{ <% x %>", kind, []],
    ["only begins like a template", "{ {{", kind, ["1:3 not valid JSON: property name expected. Nothing is known."]],
    ["only ends like one", "{ }}", kind, ["1:4 not valid JSON: end of file expected. Nothing is known."]],
  ] as const)
    it(title, () => assert.deepEqual(problems(of, content), expected));

  it("is not known as a whole, other than one with a wrong key", () => {
    const isWhole = (content: string) => {
      const configurations = configurationsOf(inMemory("/", { "package.json": content }));
      configurations.document("/package.json", KINDS.package);
      return configurations.problems().map((problem) => problem.isWhole);
    };
    assert.deepEqual([isWhole("{"), isWhole("[]"), isWhole('{ "name": 1 }')], [[true], [true], [false]]);
    const unread = configurationsOf({ ...inMemory("/", { "package.json": "" }), read: () => null });
    assert.equal(unread.document("/package.json", KINDS.package), null);
    assert.equal(unread.problems()[0]?.isWhole, true);
  });
  it("cannot be read, for the reason that the files give", () => {
    assert.deepEqual(problems(kind, "{}", "x.json", { read: () => null, whyUnread: () => "it is odd" }), [
      "it is odd. Nothing is known.",
    ]);
    for (const more of [{}, { whyUnread: () => null }])
      assert.deepEqual(problems(kind, "{}", "x.json", { read: () => null, ...more }), [
        "it cannot be read. Nothing is known.",
      ]);
    assert.deepEqual(problems(kind, "{}", "x.json", { read: () => null, kind: () => "directory" }), []);
  });
});

describe("the configurations that were read", () => {
  it("are read once, and again when their text has changed", () => {
    const kind: ConfigurationKind = { unknown: "Nothing is known." };
    let text: string | null = "[1]";
    let layout = 0;
    const files = {
      ...inMemory("/", {}),
      read: () => text,
      kind: () => (text === null ? null : "file"),
      layout: () => layout,
    } as Files;
    const { document, text: textOf, problems: all } = configurationsOf(files);
    const first = document("/a.json", kind);
    assert.equal(document("/a.json", kind), first);
    assert.equal(textOf("/Procfile", kind), "[1]");
    assert.deepEqual(all(), []);
    text = "[2";
    layout++;
    assert.equal(document("/a.json", kind)?.problem?.text, "not valid JSON: close bracket expected.");
    assert.equal(all().length, 1);
    assert.equal(all(), all());
    text = null;
    layout++;
    assert.deepEqual(all(), []);
    assert.equal(document("/a.json", kind), null);
    assert.equal(textOf("/Procfile", kind), null);
  });
});
