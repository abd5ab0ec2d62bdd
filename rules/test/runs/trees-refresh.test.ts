import assert from "node:assert/strict";
import type { FunctionNode } from "../../src/analysis/ast.ts";
import { perFile, type SourceFile } from "../../src/analysis/source.ts";
import { HOME } from "./project.ts";
import { treesIn } from "./trees-in.ts";

/** Something that was worked out from a file, until it is forgotten. */
const worked = perFile(() => ({ out: false }));

const PROJECT = {
  "a.js": 'import "./b";',
  "b.js": 'import "./c";',
  "c.js": "",
  "d.js": 'import "./c"; import "./none";',
  "e.js": 'import "./c"; import "./none";',
  "f.js": "",
};

/** What is forgotten by a change, of modules that have led to each other: `a → b → c`, `d → c`, and `e` saw the text of `c`. */
function forgotten(files: Readonly<Record<string, string | null>>): string {
  const all = treesIn(PROJECT);
  const names = Object.keys(PROJECT).map((name) => name.charAt(0));
  const trees = names.map((name) => all.tree(`${name}.js`) as SourceFile);
  const [a, , , d, e] = trees as [SourceFile, SourceFile, SourceFile, SourceFile, SourceFile];
  assert.equal(a.load?.("./b")?.load?.("./c"), trees[2]);
  assert.equal(d.load?.("./c"), trees[2]);
  assert.equal(d.load?.("./none"), null);
  assert.equal(e.peek?.("./c"), "");
  assert.equal(e.peek?.("./none"), null);
  for (const tree of trees) worked(tree).out = true;
  const before = all.trees.forgotten;
  all.files.change(files);
  all.trees.update();
  const gone = names.filter((_, i) => !worked(trees[i] as SourceFile).out).join("");
  assert.equal(all.trees.forgotten !== before, gone !== "", "the number of what was forgotten");
  all.trees.update();
  assert.equal(names.filter((_, i) => !worked(trees[i] as SourceFile).out).join(""), gone, "nothing more later on");
  return gone;
}

describe("what is forgotten of the trees of a project", () => {
  for (const [what, files, expected] of [
    ["nothing, where nothing has changed", {}, ""],
    ["nothing, where something has changed that no tree rests on", { "g.js": "" }, ""],
    ["a tree that nothing rests on", { "f.js": "f();" }, "f"],
    ["what rests on a tree", { "b.js": 'import "./c"; f();' }, "ab"],
    ["what rests on a tree by several steps, or on its text", { "c.js": "f();" }, "abcde"],
    ["what rests on a tree that is gone", { "c.js": null }, "abcde"],
    ["what looked for a tree that was not there", { "none.js": "" }, "de"],
    ["what a specifier of it leads elsewhere", { "c.js": null, "c/index.js": "" }, "abcde"],
    ["what a change of two leads to", { "b.js": "", "f.js": "f();" }, "abf"],
  ] as const)
    it(what, () => assert.equal(forgotten(files), expected));

  it("is looked for once more where somebody says so", () => {
    let stands = true;
    const all = treesIn(PROJECT, { loadOf: () => ({ value: null, files: [], stands: () => stands }) });
    const tree = all.tree("a.js") as SourceFile;
    assert.equal(tree.loadedBy?.(), null);
    worked(tree).out = true;
    stands = false;
    all.trees.update();
    assert.equal(worked(tree).out, true);
    all.trees.update(true);
    assert.equal(worked(tree).out, false);
  });
});

describe("the tree of a module", () => {
  it("is the same as long as its text is", () => {
    const { tree, files } = treesIn(PROJECT);
    const before = tree("a.js");
    files.change({ "b.js": "f();" });
    assert.equal(tree("a.js"), before);
    files.change({ "a.js": "f();" });
    assert.notEqual(tree("a.js"), before);
    assert.equal(tree("none.js"), null);
  });
  it("makes room once its text is another", () => {
    const long = "//".padEnd(100, "x").concat("\n").repeat(9900);
    const [old, young] = [
      ["0.js", "1.js", "2.js"],
      ["3.js", "4.js", "5.js"],
    ] as const;
    const all = treesIn(Object.fromEntries([...old, ...young].map((name) => [name, long])));
    for (const name of old) all.tree(name);
    all.files.change(Object.fromEntries(old.map((name) => [name, ""])));
    for (const name of young) all.tree(name);
    all.parsed();
    for (const name of young) all.tree(name);
    assert.equal(all.parsed(), "");
  });
  it("is that of the host, which takes the place of one that was parsed before", () => {
    const replaced: string[] = [];
    const all = treesIn(PROJECT, { replaced: (path) => void replaced.push(path) });
    const a = all.tree("a.js") as SourceFile;
    const parsed = a.load?.("./b");
    worked(a).out = true;
    const host = all.host("b.js");
    assert.equal(worked(a).out, false, "what rests on the nodes of the other tree");
    assert.equal(a.load?.("./b"), host);
    assert.notEqual(host, parsed);
    assert.deepEqual(replaced, ["/home/b.js"]);
    all.host("c.js");
    assert.deepEqual(replaced, ["/home/b.js"], "there was none before");
  });
  it("is not that of the host where the text is another one", () => {
    const all = treesIn(PROJECT);
    const a = all.tree("a.js") as SourceFile;
    const host = all.host("b.js", "edited();");
    assert.notEqual(a.load?.("./b"), host);
    assert.notEqual(all.tree("b.js"), host);
    assert.equal(all.tree("a.js"), a);
  });
});

describe("a file of the host", () => {
  const edited = 'import "./c"; edited();';
  it("whose text nobody has saved is forgotten with what it rests on, as soon as it comes again", () => {
    const all = treesIn(PROJECT);
    const host = all.host("a.js", edited);
    const before = all.trees.load("/home/a.js", host, "./c");
    worked(host).out = true;
    all.trees.refresh("/home/a.js", host);
    assert.equal(worked(host).out, true);
    all.files.change({ "f.js": "f();" });
    all.trees.refresh("/home/a.js", host);
    assert.equal(worked(host).out, true);
    all.files.change({ "c.js": "f();" });
    all.trees.refresh("/home/a.js", host);
    assert.equal(worked(host).out, false);
    assert.notEqual(all.trees.load("/home/a.js", host, "./c"), before);
  });
  it("whose text nobody has saved has no callers, until somebody saves it", () => {
    const asked: string[] = [];
    const nobody = { value: [], files: [], stands: () => true };
    const all = treesIn(PROJECT, { callersOf: (path) => (asked.push(path), nobody) });
    const text = "export function f() {}";
    const host = all.host("a.js", text);
    const [exported] = host.ast.body;
    const fn = (exported as { declaration?: unknown }).declaration as FunctionNode;
    const callers = () => {
      all.trees.refresh("/home/a.js", host);
      return all.trees.callersOf("/home/a.js", host, fn);
    };
    assert.equal(callers(), null);
    all.files.change({ "f.js": "f();" });
    assert.equal(callers(), null);
    assert.deepEqual(asked, []);
    all.files.change({ "a.js": text });
    assert.deepEqual(callers(), []);
    assert.deepEqual(callers(), []);
    assert.deepEqual(asked, ["/home/a.js"], "once");
  });
  it("rests on the trees in which others have looked for it, but not on itself", () => {
    let own: SourceFile | undefined;
    const all = treesIn(PROJECT, {
      loadOf: () => ({ value: null, files: [all.tree("d.js"), own].flatMap((each) => each ?? []), stands: () => true }),
    });
    const host = (own = all.host("a.js"));
    assert.equal(all.trees.loadOf("/home/a.js", host), null);
    worked(host).out = true;
    all.files.change({ "e.js": "f();" });
    all.trees.update();
    assert.equal(worked(host).out, true);
    all.files.change({ "d.js": "f();" });
    all.trees.update();
    assert.equal(worked(host).out, false);
  });
  it("is taken for a module's own by its path", () => {
    const all = treesIn(PROJECT);
    const host = all.host("a.js");
    assert.equal(host.path, "/home/a.js");
    assert.equal(all.tree("a.js"), host);
    all.files.change({ "a.js": "f();" });
    assert.notEqual(all.tree("a.js"), host);
    all.files.change({ "a.js": PROJECT["a.js"] });
    all.trees.refresh("/home/a.js", host);
    assert.equal(all.tree("a.js"), host, "its text is that of the module again");
  });
});

describe("what other modules set", () => {
  it("is asked once, of the parsed and of the host's files", () => {
    for (const isSet of [false, true]) {
      const asked: string[] = [];
      const answer = (what: string) => (path: string) => {
        asked.push(`${what} ${path.slice(HOME.length)}`);
        return { value: isSet, files: [], stands: () => true };
      };
      const all = treesIn(PROJECT, { othersSetOptions: answer("options"), othersExchangeAgent: answer("agent") });
      const [tree, host] = [all.tree("a.js") as SourceFile, all.host("b.js")];
      for (let i = 0; i < 2; i++) {
        assert.equal(tree.othersSetOptions?.(), isSet);
        assert.equal(tree.othersExchangeAgent?.(), isSet);
        assert.equal(all.trees.othersSetOptions(`${HOME}b.js`, host), isSet);
        assert.equal(all.trees.othersExchangeAgent(`${HOME}b.js`, host), isSet);
      }
      assert.deepEqual(asked, ["options a.js", "agent a.js", "options b.js", "agent b.js"]);
      assert.equal(all.trees.othersSetOptions(`${HOME}none.js`, null), isSet);
    }
  });
});

describe("the tree of a text", () => {
  const tree = (name: string, text: string) => treesIn({ [name]: text }).tree(name);
  it("is there for code and data", () => {
    for (const [name, text, expected] of [
      ["a.js", "", true],
      ["a.ts", "let a: string;", true],
      ["a.json", '{ "a": 1 }', true],
      ["a.JSON", '{ "a": 1 }', true],
      ["a.json", '{ "a": ', false],
      ["a.json.txt", '{ "a": 1 }', false],
      ["a.json5", '{ "a": 1 }', false],
      ["a.js", "a(", false],
      ["a.txt", "", false],
      ["a", "#!/usr/bin/env node\n", true],
      ["a", "#!/bin/sh\n", false],
      ["a.js", `const a = "${"x".repeat(6000)}";`, false],
    ] as const)
      assert.equal(tree(name, text) !== null, expected, `${name}: ${text.slice(0, 20)}`);
  });
});
