import assert from "node:assert/strict";
import { openTexts, withOpenTexts } from "../../src/program/open-texts.ts";
import { inMemory } from "./tree.ts";

describe("texts of an editor", () => {
  const disk = ["/home/a.js", "/home/package.json"];
  /** How often the layout has changed after each of these. */
  function layouts(...changes: readonly (readonly [path: string, text: string | null])[]): number[] {
    const open = openTexts((path) => disk.includes(path));
    return changes.map(([path, text]) => {
      if (text === null) open.delete(path);
      else open.set(path, text);
      return open.layout();
    });
  }
  it("change the layout where they are more than the text of code that is there", () => {
    assert.deepEqual(layouts(["/home/a.js", "1"], ["/home/a.js", "2"], ["/home/a.js", null]), [0, 0, 0]);
    assert.deepEqual(layouts(["/home/b.js", "1"], ["/home/b.js", "2"], ["/home/b.js", null]), [1, 1, 2]);
    assert.deepEqual(layouts(["/home/package.json", "1"], ["/home/package.json", "2"]), [1, 2]);
    assert.deepEqual(layouts(["/home/package.json", "1"], ["/home/package.json", null]), [1, 2]);
    assert.deepEqual(layouts(["/home/package.json", null]), [0]);
  });
  it("have another stamp and version with every change", () => {
    const open = openTexts();
    const seen = new Set<unknown>();
    for (const text of ["1", "2", "1"]) {
      open.set("/home/a.js", text);
      seen.add(open.stamp("/home/a.js")).add(open.version());
    }
    assert.equal(seen.size, 6);
    open.delete("/home/a.js");
    assert.equal(open.version(), 4);
    assert.equal(open.stamp("/home/a.js"), undefined);
  });
  it("win over the disk", () => {
    const open = openTexts();
    const files = withOpenTexts(inMemory("/home", { "a.js": "disk", "b.js": "disk", "sub/c.js": "" }), open);
    open.set("/home/a.js", "open");
    open.set("/home/new.js", "new");
    assert.deepEqual(
      ["a.js", "b.js", "new.js", "none.js"].map((name) => files.read(`/home/${name}`)),
      ["open", "disk", "new", null],
    );
    assert.deepEqual(
      ["a.js", "new.js", "sub", "none.js"].map((name) => files.kind(`/home/${name}`)),
      ["file", "file", "directory", null],
    );
    assert.deepEqual(files.list("/home"), ["a.js", "b.js", "new.js", "sub"]);
    assert.deepEqual(files.list("/home/sub"), ["c.js"]);
    assert.equal(files.stamp("/home/b.js"), "disk");
    assert.notEqual(files.stamp("/home/a.js"), "disk");
    assert.deepEqual(files.directories("/home"), ["sub"]);
  });
});
