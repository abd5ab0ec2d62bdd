import assert from "node:assert/strict";
import { posix, win32 } from "node:path";
import { isOutside, relativePath, shown } from "../src/cli/formats/words.ts";
import { withSlashes } from "../src/cli/selection.ts";

describe("paths", () => {
  it("below the working directory are shown from there, others whole", () => {
    assert.equal(shown("/p/src/a.ts", "/p", posix), "src/a.ts");
    assert.equal(shown("/p", "/p", posix), ".");
    assert.equal(shown("/q/a.ts", "/p", posix), "/q/a.ts");
    assert.equal(shown("C:\\p\\src\\a.ts", "C:\\p", win32), "src\\a.ts");
    assert.equal(shown("c:\\P\\src\\a.ts", "C:\\p", win32), "src\\a.ts");
    assert.equal(shown("C:\\p", "C:\\p\\", win32), ".");
    assert.equal(shown("C:\\q\\a.ts", "C:\\p", win32), "C:\\q\\a.ts");
    assert.equal(shown("D:\\a.ts", "C:\\p", win32), "D:\\a.ts");
    assert.equal(shown("\\\\server\\share\\a.ts", "C:\\p", win32), "\\\\server\\share\\a.ts");
  });

  it("have forward slashes where programs read them", () => {
    assert.equal(relativePath("C:\\p", "C:\\p\\src\\a.ts", win32), "src/a.ts");
    assert.equal(relativePath("C:\\p\\x", "C:\\p\\src\\a.ts", win32), "../src/a.ts");
    assert.equal(relativePath("/p", "/p/src/a.ts", posix), "src/a.ts");
  });

  it("are typed with either slash on Windows, in globs too", () => {
    assert.equal(withSlashes("src\\**\\*.ts", win32), "src/**/*.ts");
    assert.equal(withSlashes("src/\\[a].ts", posix), "src/\\[a].ts");
  });

  it("lead out where they begin with two dots or name a drive, not where a name only begins so", () => {
    for (const path of ["..\\a.ts", "..", "D:\\a.ts", "../a.ts"]) assert.equal(isOutside(path, win32), true, path);
    for (const path of ["..a.ts", "src\\..\\a.ts", "...\\a.ts"]) assert.equal(isOutside(path, win32), false, path);
    assert.equal(isOutside("/a.ts", posix), true);
  });
});
