import assert from "node:assert/strict";
import { isManifest, rootOf } from "../../src/program/root.ts";
import { filesWithin } from "../../src/program/within.ts";
import type { Files } from "../../src/program/files.ts";
import { openTexts, withOpenTexts } from "../../src/program/open-texts.ts";
import { inMemory } from "./tree.ts";

describe("the root of a program, on no disk", () => {
  const root = (names: readonly string[], file: string, folder: string) => {
    const { kind } = inMemory("/", Object.fromEntries(names.map((name) => [name, ""])));
    return rootOf(file, folder, kind);
  };
  for (const [title, names, file, folder, expected] of [
    [
      "the topmost manifest of the repository",
      ["r/.git/x", "r/package.json", "r/a/package.json"],
      "/r/a/b.ts",
      "/",
      "/r",
    ],
    ["below the top of it", ["r/.git/x", "r/a/deno.jsonc", "r/a/b/package.json"], "/r/a/b/c.ts", "/", "/r/a"],
    ["a repository without manifests", ["r/.git/x"], "/r/a/b.ts", "/r/a", "/r"],
    ["a worktree, whose .git is a file", ["package.json", ".git/x", "r/.git"], "/r/a/b.ts", "/", "/r"],
    ["not what only has the name of a manifest", ["r/.git/x", "r/a/package.json/x"], "/r/a/b.ts", "/", "/r"],
    ["the folder that was opened", ["package.json", "r/a/package.json"], "/r/a/b.ts", "/r", "/r"],
    ["the folder that was opened, with a slash", [], "/r/a/b.ts", "/r/", "/r"],
    ["the file's own directory where it lies elsewhere", ["package.json"], "/s/a/b.ts", "/r", "/s/a"],
    ["a folder of Windows", [], "C:\\R\\a\\b.ts", "c:/r", "c:\\r"],
  ] as const)
    it(`is ${title}`, () => assert.equal(root(names, file, folder), expected));
  it("has a manifest", () =>
    assert.deepEqual(
      ["package.json", "pnpm-workspace.yaml", "deno.json", "deno.jsonc", "tsconfig.json", "my-package.json"].map(
        isManifest,
      ),
      [true, true, true, true, false, false],
    ));
});

describe("the files below a root", () => {
  const contents = {
    "srv/a.js": "a",
    "srv/b/c.js": "c",
    "srv/link": "in",
    "srv/out": "out",
    "srv/d/x.js": "",
    "home/x.js": "x",
  };
  /** Where links end, by the path that is asked. */
  function within(ends: Readonly<Record<string, string | null>>, isLink?: Files["isLink"]): Files {
    const memory = inMemory("/", contents);
    const files: Files = {
      ...memory,
      whyUnread: () => "why",
      version: () => 7,
      layout: () => 8,
      ...(isLink && { isLink }),
    };
    return filesWithin(files, "/srv", (path) => ends[path] ?? (path in ends ? null : path));
  }
  const all = (files: Files, path: string) => [
    files.read(path),
    files.stamp(path),
    files.kind(path),
    files.list(path),
    files.directories(path),
    files.whyUnread?.(path),
  ];
  const nothing = [null, null, null, [], [], null];

  it("are as they are", () => {
    const files = within({});
    assert.deepEqual(all(files, "/srv/a.js"), ["a", "a", "file", [], [], "why"]);
    assert.deepEqual(all(files, "/srv"), [
      null,
      null,
      "directory",
      ["a.js", "b", "d", "link", "out"],
      ["b", "d"],
      "why",
    ]);
    assert.deepEqual([files.version(), files.layout()], [7, 8]);
  });
  it("are none outside", () => {
    for (const path of ["/home/x.js", "/srv/../home/x.js", "/", "/srvx"])
      assert.deepEqual(all(within({}), path), nothing, path);
  });
  it("are none behind a link that leads out, but those behind one that stays", () => {
    const files = within({
      "/srv/out": "/home/x.js",
      "/srv/link": "/srv/a.js",
      "/srv/d": "/home",
      "/srv/d/x.js": "/home/x.js",
    });
    assert.deepEqual(all(files, "/srv/out"), nothing);
    assert.deepEqual(all(files, "/srv/d/x.js"), nothing);
    assert.equal(files.read("/srv/link"), "in");
  });
  it("are there where the disk has none, for the editor may have them", () =>
    assert.equal(within({ "/srv/a.js": null }).read("/srv/a.js"), "a"));
  it("may have a root that is a link itself", () => {
    const files = within({ "/srv": "/real", "/srv/a.js": "/real/a.js", "/srv/out": "/srv/a.js" });
    assert.equal(files.read("/srv/a.js"), "a");
    assert.equal(files.read("/srv/out"), null);
  });
  it("may have a root that is not there", () => assert.equal(within({ "/srv": null }).read("/srv/a.js"), "a"));
  it("are looked after once for a directory, where a file is no link", () => {
    const files = within({ "/srv/b": "/home", "/srv/d": "/srv/d" }, (path) => path === "/srv/b");
    assert.deepEqual(all(files, "/srv/b/c.js"), nothing);
    assert.equal(files.kind("/srv/d/x.js"), "file");
    assert.equal(files.kind("/srv"), "directory");
  });
});

describe("the files as an editor shows them", () => {
  it("are those of Windows however a path is spelled, and keep the spelling of the editor", () => {
    const open = openTexts();
    const files = withOpenTexts(inMemory("c:\\srv", { "a.js": "disk" }), open);
    open.set("C:/srv/New.js", "new");
    assert.equal(files.read("c:\\SRV\\new.js"), "new");
    assert.equal(files.stamp("C:\\srv\\NEW.js"), "open 1");
    assert.deepEqual(files.list("c:\\srv"), ["New.js", "a.js"]);
    assert.deepEqual([...open.paths()], ["c:\\srv\\New.js"]);
    open.delete("c:\\srv\\NEW.JS");
    assert.equal(files.read("c:\\srv\\New.js"), null);
    open.delete("c:\\srv\\NEW.JS");
    assert.equal(open.version(), 2);
  });
  it("say what the disk says of links, and of what cannot be read", () => {
    const memory = inMemory("/", { "a.js": "" });
    const plain = withOpenTexts(memory, openTexts());
    assert.deepEqual([plain.isLink?.("/a.js"), plain.whyUnread?.("/a.js")], [null, null]);
    const disk = { ...memory, isLink: (path: string) => path === "/a.js", whyUnread: (path: string) => `why ${path}` };
    const files = withOpenTexts(disk, openTexts());
    assert.deepEqual([files.isLink?.("/a.js"), files.isLink?.("/b.js")], [true, false]);
    assert.equal(files.whyUnread?.("/a.js"), "why /a.js");
  });
  it("have another version, and another layout, with either", () => {
    let disk = 1;
    const open = openTexts((path) => path === "/a.js");
    const files = withOpenTexts({ ...inMemory("/", {}), version: () => disk, layout: () => 10 * disk }, open);
    assert.deepEqual([files.version(), files.layout()], [1, 10]);
    disk = 2;
    open.set("/a.js", "");
    assert.deepEqual([files.version(), files.layout()], [3, 20]);
    open.set("/b.js", "");
    assert.deepEqual([files.version(), files.layout()], [4, 21]);
  });
});
