import assert from "node:assert/strict";
import { LISTEN, run, withFiles } from "./cli.ts";

describe("what of a project could not be looked at", () => {
  const FILES = { "package.json": "{}", "a.mjs": LISTEN, "b.mjs": LISTEN };
  const linesOf = (text: string) => text.split("\n").filter((each) => each !== "");

  it("is one line a run for a configuration that does not parse, and changes no exit code", async () => {
    const broken = { ...FILES, "ecosystem.config.js": "module.exports = { apps: [" };
    await withFiles(broken, async (cwd) => {
      const { code, err } = await run(cwd, "check");
      assert.equal(code, 0);
      const lines = linesOf(err);
      assert.equal(lines.length, 1, err);
      assert.match(lines[0]!, /^portreuse: .*ecosystem\.config\.js:1:1: not valid JavaScript: /);
    });
  });
  it("is nothing where all of it was", () =>
    withFiles({ ...FILES, "ecosystem.config.js": "module.exports = { apps: [] };" }, async (cwd) =>
      assert.equal((await run(cwd, "check")).err, ""),
    ));
  it("is nothing where nobody asked who runs a file", () =>
    withFiles({ "package.json": "{}", "a.mjs": "", "ecosystem.config.js": "[" }, async (cwd) =>
      assert.equal((await run(cwd, "check", "a.mjs")).err, ""),
    ));
});
