import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { readTree, type Tree } from "../../src/program/launches/tree.ts";

/** A value as JSON would have it, `?` for what is unknown, `...?` in an object that may have more. */
function plain(tree: Tree | undefined | null): unknown {
  if (!tree) return "nothing";
  if (tree.items) return tree.items.map(plain);
  if (tree.keys) {
    const parts = Object.fromEntries(tree.keys.map((key) => [key, plain(tree.get(key))]));
    return tree.isKnown ? parts : { ...parts, "...": "?" };
  }
  return tree.isKnown ? tree.value : "?";
}

const read = (text: string, path = "/srv/app/ecosystem.config.js") => readTree(text, path, parseFile);

/** What a configuration exports, and what it comes to. */
function table(title: string, wrap: (code: string) => string, rows: readonly (readonly [string, unknown])[]): void {
  describe(title, () => {
    for (const [code, expected] of rows) it(code, () => assert.deepEqual(plain(read(wrap(code)).tree), expected));
  });
}

table("what a configuration exports", (code) => code, [
  ["module.exports = 1;", 1],
  ["module.exports = { a: 1 };", { a: 1 }],
  ["exports.a = 1; exports.b = 2;", { a: 1, b: 2 }],
  ["module.exports.a = 1;", { a: 1 }],
  ["module.exports = exports = { a: 1 };", { a: 1 }],
  ["export default { a: 1 };", { a: 1 }],
  ["export const a = 1, b = 2;", { a: 1, b: 2 }],
  ["export let a;", "nothing"],
  ["export const { a } = b;", "nothing"],
  ["export function a() {}", "nothing"],
  ["exports.a.b = 1;", "nothing"],
  ["my.exports.a = 1;", "nothing"],
  ["my.module.exports = 1;", "nothing"],
  ["export {};", "nothing"],
  ['export * from "./a.js";', "nothing"],
  ["let o; o = { a: 1 }; module.exports = o;", { a: 1 }],
  ["other.a = 1;", "nothing"],
  ["f().exports = 1;", "nothing"],
  ["f().exports.a = 1;", "nothing"],
  ["const a = 1;", "nothing"],
  ["", "nothing"],
  ["module.exports = 1; module.exports = 2;", "?"],
  ["if (x) module.exports = 1;", "?"],
  ["if (x) exports.a = 1;", { a: "?" }],
  ["module.exports = f(); exports.a = 1;", { a: 1, "...": "?" }],
]);

table(
  "what a value comes to",
  (code) => `const known = 2; const o = { a: { b: 3 } }; const l = [1, 2]; module.exports = ${code};`,
  [
    ["'a'", "a"],
    ["null", null],
    ["true", true],
    ["-1", -1],
    ["/a/", "?"],
    ["() => 1", "?"],
    ["f()", "?"],
    ["known", 2],
    ["other", "?"],
    ["o", { a: { b: 3 } }],
    ["o.a.b", 3],
    ["o.a", { b: 3 }],
    ["f().a", "?"],
    ["o.a.c", undefined],
    ["o['a'].b", 3],
    ["l", [1, 2]],
    ["[known, , 'a']", [2, "a"]],
    ["[...l, 3]", [1, 2, 3]],
    ["[...other, 3]", ["?", 3]],
    ["{ ...o, c: 1 }", { a: { b: 3 }, c: 1 }],
    ["{ c: 1, ...other }", { c: "?", "...": "?" }],
    ["{ ...other, c: 1 }", { c: 1, "...": "?" }],
    ["{ ['a' + 'b']: 1 }", { ab: 1 }],
    ["{ a: 1, [other]: 2 }", { a: "?", "...": "?" }],
    ["{ known }", { known: 2 }],
    ["{ a() {} }", { a: "?" }],
    ["`a${known}b`", "a2b"],
    ["`a${other}`", "?"],
    ["`${__dirname}/a.js`", "/srv/app/a.js"],
    ["true ? o : l", { a: { b: 3 } }],
    ["other ? o : l", "?"],
    ["({ a: 1 }).a", 1],
    ["({ a: 1 }).b", undefined],
    ["[...'ab']", ["?"]],
    ["'a' + known", "a2"],
    ["1 + known", 3],
    ["'a' + other", "?"],
    ["known - 1", 1],
    ["true ? 'a' : 'b'", "a"],
    ["false ? 'a' : 'b'", "b"],
    ["other ? 'a' : 'b'", "?"],
    ["__dirname", "/srv/app"],
    ["__filename", "/srv/app/ecosystem.config.js"],
    ["import.meta.dirname", "/srv/app"],
    ["import.meta.other", "?"],
    ["__dirname + '/a.js'", "/srv/app/a.js"],
    ["process.cwd()", "."],
    ["process.cwd(1)", "?"],
    ["path.join(__dirname, 'a.js')", "/srv/app/a.js"],
    ["path.join('a', '..', 'b.js')", "b.js"],
    ["path.resolve(__dirname, '../b.js')", "/srv/b.js"],
    ["path.resolve('a', 'b.js')", "a/b.js"],
    ["path.resolve('a', '/b', '/c', 'd.js')", "/c/d.js"],
    ["path.join('/a', '/b.js')", "/a/b.js"],
    ["node_path.join('a', 'b.js')", "a/b.js"],
    ["path.posix.resolve('/a', 'b.js')", "/a/b.js"],
    ["path.win32.join('a', 'b.js')", "?"],
    ["mypath.join('a', 'b.js')", "?"],
    ["path.join.call('a', 'b.js')", "?"],
    ["path.joined('a', 'b.js')", "?"],
    ["path.join()", "."],
    ["my.process.cwd()", "?"],
    ["path.posix.join('a', 'b.js')", "a/b.js"],
    ["path.join('a', other)", "?"],
    ["path.join('a', 1)", "?"],
    ["path.basename('a/b')", "?"],
    ["other.join('a', 'b')", "?"],
  ],
);

table("a name that something else is done with", (code) => `const o = { a: 1 }; ${code} module.exports = o;`, [
  ["", { a: 1 }],
  ["console.log(o);", { a: 1 }],
  ["JSON.stringify(o);", { a: 1 }],
  ["use(o.a);", "?"],
  ["path.join(o.a);", { a: 1 }],
  ["change(o);", "?"],
  ["o.a = 2;", "?"],
  ["o.a.push(1);", "?"],
  ["const b = o.a;", { a: 1 }],
  ["x[o] = 1;", { a: 1 }],
  ["my.path.change(o);", "?"],
  ["b = o;", { a: 1 }],
  ["o();", { a: 1 }],
]);

describe("a configuration that cannot be read", () => {
  it("says where", () => {
    const { tree, problem } = read("module.exports = {\n  a: ;\n};");
    assert.equal(tree, null);
    assert.deepEqual(problem?.place, { line: 2, column: 6 });
    assert.match(problem?.text ?? "", /^not valid JavaScript: .*[^.]\.$/);
  });
  it("is not followed to the bottom", () => {
    assert.match(
      read(`module.exports = ${"[".repeat(400)}${"]".repeat(400)};`).problem?.text ?? "",
      /too deep to be read/,
    );
    let tree = read(`module.exports = ${"[".repeat(50)}${"]".repeat(50)};`).tree;
    let depth = 0;
    while (tree?.items?.[0]) {
      tree = tree.items[0];
      depth++;
    }
    assert.equal(depth, 41);
  });
  for (const value of [
    "a",
    "a.b",
    "true ? a : 0",
    "`x${a}`",
    "'x' + a",
    "path.join(a)",
    "[a]",
    "[...a]",
    "{ b: a }",
    "{ ...a }",
    "{ [a]: 1 }",
  ])
    it(`ends where a name leads to itself: ${value}`, () =>
      assert.equal(read(`const a = ${value}; module.exports = a;`).problem, null));
  it("holds 20,000 values", () => {
    const items = read(`module.exports = [${"0,".repeat(20_001)}];`).tree?.items;
    assert.deepEqual(
      [19_998, 19_999].map((i) => plain(items?.[i])),
      [0, "?"],
    );
  });
  it("does not multiply without end", () => {
    const lists = Array.from({ length: 30 }, (_, i) => `const l${i + 1} = [...l${i}, ...l${i}];`).join(" ");
    const { tree } = read(`const l0 = [1]; ${lists} module.exports = l30;`);
    assert.ok((tree?.items?.length ?? 0) < 20_000);
  });
});
