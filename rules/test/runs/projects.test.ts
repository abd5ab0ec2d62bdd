import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectsOf } from "../../src/runs/projects.ts";
import { inMemory } from "../program/tree.ts";

describe("the project of a file", () => {
  const files = inMemory("/repo", {
    ".git/HEAD": "",
    "package.json": {},
    "main.js": 'import "./src/a.js";',
    "src/a.js": "",
    "test/fixtures/app/main.js": 'import "./a.js";',
    "test/fixtures/app/a.js": "",
  });
  const roots = (file: string, folder: string) =>
    projectsOf(parseFile, files).of(`/repo/${file}`, folder).roots(`/repo/${file}`);
  it("is that of its repository, whatever folder is open", () => {
    for (const folder of ["/repo", "/repo/src"]) assert.deepEqual(roots("src/a.js", folder), ["/repo/main.js"]);
  });
  it("is not looked at for a fixture, unless that is what is open", () => {
    const fixture = "test/fixtures/app/a.js";
    assert.deepEqual(roots(fixture, "/repo"), [`/repo/${fixture}`]);
    assert.deepEqual(roots(fixture, "/repo/test/fixtures/app"), ["/repo/test/fixtures/app/main.js"]);
  });
  it("is one for all files", () => {
    const projects = projectsOf(parseFile, files);
    assert.equal(projects.of("/repo/src/a.js", "/repo"), projects.of("/repo/main.js", "/repo/src"));
    assert.notEqual(
      projects.of("/repo/src/a.js", "/repo"),
      projects.of("/repo/test/fixtures/app/a.js", "/repo/test/fixtures/app"),
    );
  });
});
