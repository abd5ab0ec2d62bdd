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
  it("is kept as long as it is among the last eight", () => {
    const names = Array.from({ length: 9 }, (_, i) => `r${i}`);
    const nine = inMemory(
      "/",
      Object.fromEntries(
        names.flatMap((name) => [
          [`${name}/.git/HEAD`, ""],
          [`${name}/pm2.json`, "{"],
        ]),
      ),
    );
    const projects = projectsOf(parseFile, nine);
    const of = (name: string) => projects.of(`/${name}/a.js`, `/${name}`);
    const [first] = names.slice(0, 8).map(of);
    assert.equal(of("r0"), first);
    of("r8").roots("/r8/a.js");
    assert.deepEqual(
      projects.problems().map(({ path }) => path),
      ["/r8/pm2.json"],
    );
    assert.notEqual(of("r0"), first);
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
