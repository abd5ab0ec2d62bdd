import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diskFiles } from "../../src/program/files.ts";
import { madeOf } from "../../src/program/kept.ts";
import { openTexts, withOpenTexts } from "../../src/program/open-texts.ts";
import { isWithin, pathBelow, normalPath, pathKey } from "../../src/program/paths.ts";
import { rootOf } from "../../src/program/root.ts";
import { filesWithin } from "../../src/program/within.ts";
import { tree } from "./tree.ts";

describe("the files of a program", () => {
  it("reads texts without their byte order mark and lists names in order", () => {
    const root = tree({ "b.ts": "\uFEFFexport {}", "a/c.ts": "" });
    const files = diskFiles();
    assert.equal(files.read(join(root, "b.ts")), "export {}");
    assert.equal(files.read(join(root, "a/c.ts")), "");
    assert.deepEqual(files.list(root), ["a", "b.ts"]);
    assert.deepEqual(
      [files.kind(root), files.kind(join(root, "b.ts")), files.kind(join(root, "z"))],
      ["directory", "file", null],
    );
  });

  it("answers null for what cannot be read, and never throws", function () {
    const root = tree({ "large.js": "x".repeat(101), "real/x.ts": "1" });
    symlinkSync("loop", join(root, "loop"));
    symlinkSync("nowhere", join(root, "broken"));
    if (process.platform !== "win32") execFileSync("mkfifo", [join(root, "pipe.ts")]);
    const files = diskFiles({ largest: 100 });
    for (const name of [
      "loop",
      "broken",
      "pipe.ts",
      "large.js",
      "real",
      "none",
      "a\0b",
      `${"n".repeat(5000)}`,
      "real/x.ts/y",
    ])
      assert.equal(files.read(join(root, name)), null, name.slice(0, 20));
    assert.equal(files.kind(join(root, "pipe.ts")), null);
    assert.deepEqual(files.list(join(root, "loop")), []);
    assert.deepEqual(files.list(join(root, "real/x.ts")), []);
  });

  it("looks at a path once while it is fresh, and again afterwards", () => {
    const root = tree({ "a.ts": "one" });
    let now = 0;
    const files = diskFiles({ fresh: 100, now: () => now });
    const path = join(root, "a.ts");
    assert.equal(files.read(path), "one");
    const before = files.version();
    writeFileSync(path, "two!");
    assert.equal(files.read(path), "one");
    assert.equal(files.version(), before);
    now = 100;
    assert.notEqual(files.version(), before);
    assert.equal(files.read(path), "two!");
    unlinkSync(path);
    files.refresh();
    assert.equal(files.read(path), null);
    assert.equal(files.kind(path), null);
  });

  it("has another version only where something that was asked has changed", () => {
    const root = tree({ "a.ts": "one", "d/x.ts": "", "other/y.ts": "" });
    const files = diskFiles({ fresh: 0 });
    files.read(join(root, "a.ts"));
    files.kind(join(root, "d/none.ts"));
    const before = files.version();
    assert.equal(files.version(), before);
    writeFileSync(join(root, "other/z.ts"), "");
    assert.equal(files.version(), before);
    writeFileSync(join(root, "d/none.ts"), "");
    assert.notEqual(files.version(), before);
    assert.equal(files.kind(join(root, "d/none.ts")), "file");
  });

  it("sees a change of the same size by its time, and of the same time by its size or inode", () => {
    const root = tree({ "a.ts": "one", "b.ts": "one" });
    const files = diskFiles({ fresh: 0 });
    const [a, b] = [join(root, "a.ts"), join(root, "b.ts")];
    const at = new Date(1_700_000_000_000);
    for (const path of [a, b]) utimesSync(path, at, at);
    assert.equal(files.read(a), "one");
    assert.equal(files.read(b), "one");
    writeFileSync(a, "two");
    utimesSync(a, at, new Date(1_700_000_005_000));
    assert.equal(files.read(a), "two");
    writeFileSync(join(root, "new"), "six");
    utimesSync(join(root, "new"), at, at);
    renameSync(join(root, "new"), b);
    assert.equal(files.read(b), "six");
  });

  it("sees a change of the same size in the same step of the file system's clock", () => {
    const root = tree({ "a.ts": "one", "b.json": "{}" });
    const files = diskFiles({ fresh: Infinity });
    const path = join(root, "a.ts");
    const now = new Date();
    for (const text of ["one", "two", "six"]) {
      writeFileSync(path, text);
      utimesSync(path, now, now);
      files.refresh();
      assert.equal(files.read(path), text);
    }
  });

  it("looks once where it is told so: what was seen stays, and no file is asked when it was written", () => {
    const root = tree({ "a.ts": "one", "b.ts": "two" });
    const files = diskFiles({ once: true, now: () => Date.now() + 1e9 });
    const [a, b] = [join(root, "a.ts"), join(root, "b.ts")];
    assert.deepEqual([files.read(a), files.stamp(b), files.stamp(join(root, "c.ts"))], ["one", files.stamp(a), null]);
    writeFileSync(a, "three");
    writeFileSync(join(root, "c.ts"), "new");
    assert.deepEqual([files.read(a), files.kind(join(root, "c.ts")), files.version()], ["one", null, 0]);
  });

  it("keeps no more text than it may: the oldest is read again", () => {
    const root = tree({ "a.js": "a1".repeat(50), "b.js": "b1".repeat(50), "c.js": "c1".repeat(50) });
    const files = diskFiles({ kept: 250, fresh: 0 });
    const paths = ["a.js", "b.js", "c.js"].map((name) => join(root, name));
    const at = new Date(1_700_000_000_000);
    for (const path of paths) utimesSync(path, at, at);
    for (const path of paths) files.read(path);
    // Same inode, size and time: who still has the old text has kept it.
    for (const path of paths) {
      writeFileSync(path, "n!".repeat(50));
      utimesSync(path, at, at);
    }
    assert.equal(files.read(paths[2] as string)?.slice(0, 2), "c1");
    assert.equal(files.read(paths[0] as string)?.slice(0, 2), "n!");
  });

  it("makes something of a text once, and again when the text is another", () => {
    const root = tree({ "a.json": "1" });
    const files = diskFiles({ fresh: 0 });
    let made = 0;
    const read = madeOf(files, (text) => ({ text, nth: ++made }));
    const path = join(root, "a.json");
    assert.equal(read(path), read(path));
    writeFileSync(path, "22");
    assert.deepEqual(read(path), { text: "22", nth: 2 });
    rmSync(path);
    assert.equal(read(path), null);
  });

  it("lets unsaved text win, and shows files that were never saved", () => {
    const root = tree({ "a.ts": "saved" });
    const open = openTexts();
    const files = withOpenTexts(diskFiles(), open);
    const before = files.version();
    open.set(join(root, "a.ts"), "unsaved");
    open.set(join(root, "new.ts"), "new");
    assert.notEqual(files.version(), before);
    assert.equal(files.read(join(root, "a.ts")), "unsaved");
    assert.equal(files.kind(join(root, "new.ts")), "file");
    assert.deepEqual(files.list(root), ["a.ts", "new.ts"]);
    open.delete(join(root, "a.ts"));
    assert.equal(files.read(join(root, "a.ts")), "saved");
  });

  it("reads nothing outside its root, neither by dots nor by links", () => {
    const outside = tree({ "secret.ts": "s", "dir/x.ts": "x" });
    const root = tree({ "in.ts": "in", "d/y.ts": "y" });
    symlinkSync(join(outside, "secret.ts"), join(root, "link.ts"));
    symlinkSync(join(outside, "dir"), join(root, "linked"));
    symlinkSync(join(root, "d"), join(root, "inner"));
    const files = filesWithin(diskFiles(), root);
    assert.equal(files.read(join(root, "in.ts")), "in");
    assert.equal(files.read(join(root, "inner/y.ts")), "y");
    for (const path of [join(outside, "secret.ts"), join(root, "link.ts"), join(root, "linked/x.ts")]) {
      assert.equal(files.read(path), null, path);
      assert.equal(files.kind(path), null, path);
    }
    assert.deepEqual(files.list(join(root, "linked")), []);
  });
});

describe("paths", () => {
  it("knows one file by all its spellings, those of Windows too", () => {
    for (const spelling of [
      "C:\\a\\b.ts",
      "c:\\a\\b.ts",
      "c:/a/b.ts",
      "C:\\x\\..\\a\\b.ts",
      "file:///c%3A/a/b.ts",
      "file:///C:/a/b.ts",
    ])
      assert.equal(normalPath(spelling), "c:\\a\\b.ts", spelling);
    assert.equal(normalPath("file:///home/a%20b/c.ts"), "/home/a b/c.ts");
    assert.equal(normalPath("/a/./b//c/"), "/a/b/c");
    assert.equal(pathKey("C:\\A\\B.ts"), pathKey("c:\\a\\b.ts"));
    assert.notEqual(pathKey("/A"), pathKey("/a"));
    assert.equal(normalPath("C:\\"), "c:\\");
    assert.equal(normalPath("\\\\host\\share\\a\\..\\b"), "\\\\host\\share\\b");
  });

  it("tells what lies below a directory", () => {
    assert.ok(isWithin("/a", "/a/b") && isWithin("/a", "/a") && isWithin("/a", "/a/..b"));
    assert.ok(!isWithin("/a", "/ab") && !isWithin("/a/b", "/a") && !isWithin("/a", "/b"));
    assert.ok(isWithin("C:\\Work", "c:\\work\\x.ts"));
    assert.ok(!isWithin("C:\\work", "D:\\work\\x.ts"));
    assert.equal(pathBelow("/a", "/a/b/c.ts"), "b/c.ts");
    assert.equal(pathBelow("/a", "/ab/c.ts"), null);
    assert.equal(pathBelow("C:\\Work\\", "c:\\work\\Src\\x.ts"), "Src/x.ts");
    assert.equal(pathBelow("C:\\work", "D:\\work\\x.ts"), null);
  });
});

describe("the root of a program", () => {
  const root = (at: string, file: string, folder = at) => rootOf(join(at, file), folder).slice(at.length + 1);

  it("is the topmost manifest of the repository", () => {
    const at = tree({
      "package.json": "{}",
      "repo/.git/HEAD": "",
      "repo/package.json": "{}",
      "repo/a/package.json": "{}",
      "repo/a/b/x.ts": "",
    });
    assert.equal(root(at, "repo/a/b/x.ts"), "repo");
    assert.equal(root(at, "repo/a/b/x.ts", join(at, "repo/a/b")), "repo");
  });

  it("takes any kind of manifest, and may lie below the top of the repository", () => {
    for (const name of ["pnpm-workspace.yaml", "deno.jsonc", "deno.json", "package.json"]) {
      const at = tree({ ".git/HEAD": "", [`web/${name}`]: "{}", "web/a/x.ts": "" });
      assert.equal(root(at, "web/a/x.ts"), "web", name);
    }
  });

  it("is the top of a repository without manifests", () => {
    assert.equal(root(tree({ "r/.git/HEAD": "", "r/a/x.ts": "" }), "r/a/x.ts"), "r");
  });

  it("does not leave a worktree or a submodule, whose .git is a file", () => {
    const at = tree({
      ".git/HEAD": "",
      "package.json": "{}",
      "sub/.git": "gitdir: ../.git/modules/sub",
      "sub/package.json": "{}",
      "sub/x.ts": "",
    });
    assert.equal(root(at, "sub/x.ts"), "sub");
  });

  it("is the given folder without a repository, and the file's own where that lies elsewhere", () => {
    const at = tree({ "package.json": "{}", "f/a/package.json": "{}", "f/a/x.ts": "", "g/y.ts": "" });
    mkdirSync(join(at, "empty"));
    // A repository above the temporary folder would be the root; there is none.
    assert.equal(root(at, "f/a/x.ts", join(at, "f")), "f");
    assert.equal(root(at, "g/y.ts", join(at, "f")), "g");
  });
});
