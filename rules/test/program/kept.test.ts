import assert from "node:assert/strict";
import { kept, madeOf } from "../../src/program/kept.ts";
import { reasonOf } from "../../src/program/read-file.ts";
import { inMemory } from "./tree.ts";

describe("what is made of files", () => {
  it("for a path is kept until their layout changes", () => {
    let layout = 1;
    let made = 0;
    const of = kept({ layout: () => layout }, (path: string) => `${path} ${++made}`);
    assert.deepEqual([of("a"), of("a"), of("b"), of("a")], ["a 1", "a 1", "b 2", "a 1"]);
    layout = 2;
    assert.deepEqual([of("a"), of("b"), of("a")], ["a 3", "b 4", "a 3"]);
  });
  it("of a text is kept until the text is another one", () => {
    let text: string | null = "x";
    let made = 0;
    const files = { ...inMemory("/home", {}), read: () => text };
    const of = madeOf(files, (content, path) => `${path} ${content} ${++made}`);
    assert.deepEqual([of("a"), of("a"), of("b")], ["a x 1", "a x 1", "b x 2"]);
    text = "y";
    assert.deepEqual([of("a"), of("b")], ["a y 3", "b y 4"]);
    text = null;
    assert.equal(of("a"), null);
    text = "y";
    assert.equal(of("a"), "a y 5");
  });
});

describe("what the file system said, in words", () => {
  for (const [message, expected] of [
    ["ENOENT: no such file or directory, open '/a/b'", "no such file or directory"],
    ["EISDIR: illegal operation on a directory, read", "illegal operation on a directory"],
    ["EBUSY: resource busy or locked, open 'C:\\a, b\\c'", "resource busy or locked"],
    ["EXDEV: cross-device link not permitted, rename '/a' -> '/b'", "cross-device link not permitted"],
    ["E2BIG: one, two three, open '/a'", "one, two three"],
    ["not a message of the file system", "not a message of the file system"],
    ["Wrong: a message", "Wrong: a message"],
    ["not EACCES: denied", "not EACCES: denied"],
  ] as const)
    it(message, () => assert.equal(reasonOf(new Error(message)), expected));
});
