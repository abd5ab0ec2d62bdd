import assert from "node:assert/strict";
import { symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diskFiles, kindOnDisk } from "../../src/program/files.ts";
import { readBytes, stampOf, textOf, whyUnread } from "../../src/program/read-file.ts";
import { tree } from "./tree.ts";

describe("the text of a file", () => {
  it("is read up to so many bytes", () => {
    const path = join(tree({ "a.js": "äb" }), "a.js");
    assert.equal(textOf(path, 3), "äb");
    assert.equal(textOf(path, 2), null);
    assert.equal(whyUnread(path, 3), null);
    assert.equal(whyUnread(path, 2), "it is too large to be read");
    assert.equal(readBytes(path).toString("latin1"), "Ã¤b");
  });
  it("is without its byte order mark, and no other character", () => {
    const root = tree({ "a.js": "\uFEFF\uFEFFx", "b.js": "xy", "empty.js": "" });
    assert.equal(textOf(join(root, "a.js"), 100), "\uFEFFx");
    assert.equal(textOf(join(root, "b.js"), 100), "xy");
    assert.equal(textOf(join(root, "empty.js"), 100), "");
  });
  it("is none of a directory, and of what is not there", () => {
    const root = tree({ "d/x": "" });
    assert.equal(textOf(join(root, "d"), 100_000), null);
    assert.equal(textOf(join(root, "none"), 100), null);
    assert.equal(whyUnread(join(root, "none"), 100), "it cannot be read: no such file or directory");
    assert.throws(() => readBytes(join(root, "none")), { code: "ENOENT" });
  });
  it("is read whole from a file that says it is empty, as far as that may go", function () {
    if (process.platform !== "linux") return this.skip();
    const text = textOf("/proc/self/status", 100_000) ?? "";
    assert.match(text, /^Name:.*nonvoluntary_ctxt_switches:\t\d+\n$/s);
    assert.equal(textOf("/proc/self/status", 10)?.length, 10);
  });
});

describe("the stamp of a file", () => {
  const long = Date.now() - 60_000;
  const stamp = (more = {}) => stampOf({ mtimeMs: long, size: 1, ino: 2, ...more });
  it("is another one for another time, size or inode", () => {
    assert.equal(stamp(), stamp());
    const all = [
      stamp(),
      stamp({ mtimeMs: long - 1 }),
      stamp({ size: 2 }),
      stamp({ ino: 1 }),
      stamp({ size: 12, ino: 0 }),
    ];
    assert.equal(new Set(all).size, all.length);
  });
  it("is good for one look where the file was written just now, or will be", () => {
    const now = { mtimeMs: Date.now() };
    assert.notEqual(stamp(now), stamp(now));
    const soon = { mtimeMs: Date.now() + 20 };
    assert.notEqual(stamp(soon), stamp(soon));
    const later = { mtimeMs: Date.now() + 60_000 };
    assert.equal(stamp(later), stamp(later));
    const before = { mtimeMs: Date.now() - 100 };
    assert.equal(stamp(before), stamp(before));
  });
});

describe("the disk", () => {
  it("knows links, and what is behind them", function () {
    if (process.platform === "win32") return this.skip();
    const root = tree({ "a.js": "a", "b/c/x.js": "", "b/a/x.js": "" });
    symlinkSync("a.js", join(root, "file"));
    symlinkSync("b", join(root, "directory"));
    symlinkSync("none", join(root, "broken"));
    const files = diskFiles();
    const at = (name: string) => join(root, name);
    assert.deepEqual(
      ["a.js", "b", "file", "directory", "broken", "none", "none/x"].map((name) => files.isLink?.(at(name))),
      [false, false, true, true, true, false, false],
    );
    assert.deepEqual(
      ["a.js", "b", "file", "directory", "broken", "none", "a.js/x", "none/x", "."].map((name) => files.kind(at(name))),
      ["file", "directory", "file", "directory", null, null, null, null, "directory"],
    );
    assert.equal(files.kind("/"), "directory");
    assert.equal(files.read(at("file")), "a");
    assert.equal(files.read(at("b")), null);
    assert.deepEqual(files.list(root), ["a.js", "b", "broken", "directory", "file"]);
    assert.deepEqual(files.directories(root), ["b"]);
    assert.deepEqual(files.directories(at("directory")), ["a", "c"]);
    assert.deepEqual([files.list(at("none")), files.directories(at("a.js"))], [[], []]);
    assert.deepEqual([kindOnDisk(at("file")), kindOnDisk(root), kindOnDisk(at("none"))], ["file", "directory", null]);
  });
  it("says why a file has no text", () => {
    const root = tree({ "large.js": "x".repeat(11), "small.js": "x".repeat(10) });
    const files = diskFiles({ largest: 10 });
    assert.equal(files.whyUnread?.(join(root, "large.js")), "it is too large to be read");
    assert.equal(files.whyUnread?.(join(root, "small.js")), null);
    assert.equal(files.read(join(root, "small.js"))?.length, 10);
    assert.equal(files.read(join(root, "large.js")), null);
  });
  it("stamps files, and nothing else", () => {
    const root = tree({ "a.js": "a", "b/x.js": "" });
    const files = diskFiles({ fresh: 0 });
    const stamp = files.stamp(join(root, "a.js"));
    assert.equal(files.stamp(join(root, "a.js")), stamp);
    assert.equal(files.stamp(join(root, "b")), null);
    assert.equal(files.stamp(join(root, "none")), null);
    writeFileSync(join(root, "a.js"), "ab");
    assert.notEqual(files.stamp(join(root, "a.js")), stamp);
  });
  it("has another version where a file came, went or changed, and in no other case", () => {
    const root = tree({ "a.js": "a", "b/x.js": "" });
    const files = diskFiles({ fresh: 0 });
    files.read(join(root, "a.js"));
    files.list(join(root, "b"));
    const versions = [files.version()];
    const after = (change: () => void) => {
      change();
      versions.push(files.version());
      assert.equal(files.layout(), files.version());
    };
    after(() => undefined);
    after(() => writeFileSync(join(root, "b/y.js"), ""));
    assert.deepEqual(files.list(join(root, "b")), ["x.js", "y.js"]);
    const long = new Date(Date.now() - 60_000);
    utimesSync(join(root, "b"), long, long);
    files.version();
    versions[2] = files.version();
    after(() => undefined);
    assert.equal(versions[1], versions[0]);
    assert.notEqual(versions[2], versions[1]);
    assert.equal(versions[3], versions[2]);
  });

  describe("is looked at again", () => {
    /** Whether a change is seen so many milliseconds after a look that took so long. */
    function sees(took: number, wait: number): boolean {
      const root = tree({ "a.js": "one" });
      let clock = 0;
      let step = 0;
      const files = diskFiles({ fresh: 100, now: () => (clock += step) });
      files.read(join(root, "a.js"));
      step = took;
      files.refresh();
      step = 0;
      writeFileSync(join(root, "a.js"), "second");
      clock += wait;
      return files.read(join(root, "a.js")) === "second";
    }
    for (const [title, took, wait] of [
      ["after the usual time", 0, 100],
      ["after the usual time where a look takes little", 2, 100],
      ["after fifty times what it took", 10, 500],
      ["after ten times the usual time at the latest", 30, 1000],
    ] as const)
      it(title, () => {
        assert.equal(sees(took, wait - 1), false);
        assert.equal(sees(took, wait), true);
      });
  });

  it("keeps as much text as it may", () => {
    const long = new Date(Date.now() - 60_000);
    const root = tree({ "a.js": "a".repeat(10), "b.js": "b".repeat(10), "c.js": "c" });
    const files = diskFiles({ kept: 20 });
    const [a, b, c] = ["a.js", "b.js", "c.js"].map((name) => join(root, name)) as [string, string, string];
    for (const path of [a, b]) files.read(path);
    // Of the same size and time: whoever has the old text has kept it.
    for (const path of [a, b]) {
      writeFileSync(path, "n".repeat(10));
      utimesSync(path, long, long);
    }
    assert.deepEqual([files.read(a)?.[0], files.read(b)?.[0]], ["a", "b"]);
    files.read(c);
    assert.deepEqual([files.read(b)?.[0], files.read(a)?.[0]], ["b", "n"]);
  });
});
