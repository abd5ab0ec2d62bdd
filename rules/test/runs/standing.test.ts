import assert from "node:assert/strict";
import { perFile } from "../../src/analysis/source.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { addDependents, hasChangedBelow, outdate, treeOf, withSources, type Tree } from "../../src/runs/standing.ts";

/** Trees that rest on each other: "a" on "b" by a specifier, "b" on "c" by what was found there. */
function chain(): Record<"a" | "b" | "c" | "d", Tree> {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((path) => treeOf(path, "", null, 1)) as [Tree, Tree, Tree, Tree];
  a.loaded.set("./b", b).set("./none", null);
  b.users.add(c);
  d.loaded.set("./b", b);
  return { a, b, c, d };
}

const names = (trees: Iterable<Tree>) =>
  [...trees]
    .map(({ path }) => path)
    .sort()
    .join("");

describe("what trees rest on", () => {
  it("is whatever they have loaded or looked into, and what that rests on", () => {
    const { a, b, c } = chain();
    assert.equal(names(withSources([a], () => true)), "abc");
    assert.equal(names(withSources([b], () => true)), "bc");
    assert.equal(names(withSources([c], () => true)), "c");
  });
  it("is left alone where it is not wanted, with all that it rests on", () => {
    const { a, b } = chain();
    assert.equal(names(withSources([a], (tree) => tree !== b)), "a");
  });
  it("may be a circle", () => {
    const { a, c } = chain();
    c.loaded.set("./a", a);
    assert.equal(names(withSources([c], () => true)), "abc");
  });
});

describe("what rests on trees", () => {
  const stale = (first: Tree, all: Iterable<Tree>) => {
    const found = new Set([first]);
    addDependents(found, all);
    return names(found);
  };
  it("is found among those that are asked about, by however many steps", () => {
    const { a, b, c, d } = chain();
    assert.equal(stale(c, [a, b, c, d]), "abcd");
    assert.equal(stale(b, [a, b, c, d]), "abd");
    assert.equal(stale(c, [b]), "bc");
    assert.equal(stale(a, [a, b, c, d]), "a");
  });
});

describe("whether something below a tree has changed", () => {
  it("is so only after the tree was looked at", () => {
    const { a, b, c } = chain();
    assert.equal(hasChangedBelow(a), false, "nothing has changed so far");
    a.checked = 5;
    for (const [changed, expected] of [
      [4, false],
      [5, false],
      [6, true],
    ] as const) {
      b.changed = changed;
      assert.equal(hasChangedBelow(a), expected, String(changed));
    }
    b.changed = 0;
    c.changed = 6;
    assert.equal(hasChangedBelow(a), false, "what lies deeper has made the tree between stale before");
    assert.equal(hasChangedBelow(b), true);
  });
  it("is not so of a tree that was made at the very beginning", () => {
    const [a, b] = [treeOf("a", "", null, 0), treeOf("b", "", null, 0)];
    a.loaded.set("./b", b);
    assert.equal(hasChangedBelow(a), false);
  });
});

describe("a tree that is outdated", () => {
  it("knows nothing any more, nor does its file", () => {
    const valuesOf = perFile(() => ({ times: 0 }));
    const file = parseFile("", "a.js");
    valuesOf(file).times = 1;
    const tree = treeOf("a", "", file, 1);
    tree.loaded.set("./b", null);
    tree.peeked.set("./c", "");
    tree.asked.set("load", { value: null, files: [], stands: () => true });
    tree.users.add(treeOf("d", "", null, 1));
    outdate(tree, 7);
    assert.deepEqual(
      [tree.loaded, tree.peeked, tree.asked, tree.users].map(({ size }) => size),
      [0, 0, 0, 0],
    );
    assert.deepEqual([tree.changed, tree.checked], [7, 1]);
    assert.equal(valuesOf(file).times, 0);
  });
});
