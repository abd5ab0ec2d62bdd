import assert from "node:assert/strict";
import { posix, win32 } from "node:path";
import { isWithin, normalPath, pathBelow, pathKey, pathsOf, upwards } from "../../src/program/paths.ts";

describe("whose a path is", () => {
  for (const path of ["C:\\a", "c:/a", "\\\\host\\share", "z:\\"])
    it(`${path} is one of Windows`, () => assert.equal(pathsOf(path), win32));
  for (const path of ["/a", "/a/c:/b", "a\\\\b", "a", "", "1:/a", "\\a", "c:"])
    it(`"${path}" is not`, () => assert.equal(pathsOf(path), posix));
});

describe("the one spelling of a path", () => {
  for (const [path, expected] of [
    ["/", "/"],
    ["/a/", "/a"],
    ["/a/../b/./c", "/b/c"],
    ["/a/B:/c", "/a/B:/c"],
    ["/a/file:/b", "/a/file:/b"],
    ["C:\\", "c:\\"],
    ["C:/", "c:\\"],
    ["C:\\a\\", "c:\\a"],
    ["c:\\A", "c:\\A"],
    ["FILE:///a/b", "/a/b"],
    ["file:///C:", "c:\\"],
    ["file:///c%3a/a%20b", "c:\\a b"],
    ["file://C:/a", "c:\\a"],
    ["file://localhost/a", "/a"],
    ["file://localhost/C:/a", "c:\\a"],
    // No drive: its name is one letter, and a slash or nothing stands behind it.
    ["file:///cd:/a", "/cd:/a"],
    ["file:///c:a", "/c:a"],
  ] as const)
    it(path, () => assert.equal(normalPath(path), expected));

  for (const url of ["file://host/a", "file:///a%2Fb", "file:///c:/a%2Fb"])
    it(`${url} has none, and nothing is thrown`, () => {
      const path = normalPath(url);
      assert.equal(pathsOf(path).isAbsolute(path), false);
    });
  it("counts by its letters, on Windows without their case", () => {
    assert.equal(pathKey("C:\\A\\b"), pathKey("c:/a/B/"));
    assert.notEqual(pathKey("/a/b"), pathKey("/a/B"));
    assert.notEqual(pathKey("C:\\a"), pathKey("C:\\b"));
  });
});

describe("what lies within a directory", () => {
  for (const [directory, path, expected] of [
    ["/a", "/a", true],
    ["/a", "/a/", true],
    ["/a/", "/a", true],
    ["/a", "/a/b/c", true],
    ["/a", "/a/..b", true],
    ["/a", "/a/b/../c", true],
    ["/", "/a", true],
    ["/a", "/ab", false],
    ["/a", "/", false],
    ["/a", "/b/a", false],
    ["/a", "/a/../b", false],
    ["/a", "/a/..", false],
    ["/a/b", "/a/c", false],
    ["/a/b", "/a", false],
    ["c:\\a", "c:\\a\\b", true],
    ["c:\\a", "C:/A/b", true],
    ["C:\\A", "c:\\a", true],
    ["c:\\a", "c:\\ab", false],
    ["c:\\a", "d:\\a\\b", false],
    ["c:\\a", "c:\\a\\..\\b", false],
  ] as const)
    it(`${path} ${expected ? "does" : "does not"} lie within ${directory}`, () => {
      assert.equal(isWithin(directory, path), expected);
      assert.equal(pathBelow(directory, path) !== null, expected);
    });
  it("is written with forward slashes from there", () => {
    assert.equal(pathBelow("/a", "/a/b/c"), "b/c");
    assert.equal(pathBelow("/a", "/a"), "");
    assert.equal(pathBelow("c:\\a", "c:\\a\\b\\c"), "b/c");
  });
});

describe("the directories above one", () => {
  for (const [directory, expected] of [
    ["/a/b", ["/a/b", "/a", "/"]],
    ["/", ["/"]],
    ["c:\\a", ["c:\\a", "c:\\"]],
    ["\\\\host\\share\\a", ["\\\\host\\share\\a", "\\\\host\\share\\"]],
  ] as const)
    it(directory, () => assert.deepEqual([...upwards(directory)], expected));
});
