import assert from "node:assert/strict";
import { join } from "node:path";
import { parseLazily } from "../../src/parse/lazy.ts";
import { diskFiles } from "../../src/program/files.ts";
import { openTexts, withOpenTexts } from "../../src/program/open-texts.ts";
import { projectAt } from "../../src/program/project.ts";
import { tree, write } from "./tree.ts";

describe("a project", () => {
  const config = (instances: number) => `module.exports = { apps: [{ script: "a.js", instances: ${instances} }] }`;

  it("reads its launches once, and again when a configuration has changed or come", () => {
    const root = tree({ "package.json": {}, "a.js": "", "ecosystem.config.js": config(2) });
    const project = projectAt(root, parseLazily, diskFiles({ fresh: 0 }));
    const first = project.launches();
    assert.deepEqual(
      first.launches.map(({ count }) => count),
      [2],
    );
    assert.equal(project.launches(), first);
    write(root, { "ecosystem.config.js": config(33) });
    assert.deepEqual(
      project.launches().launches.map(({ count }) => count),
      [33],
    );
    write(root, { Procfile: "web: node a.js" });
    assert.equal(project.launches().launches.length, 2);
  });

  it("reads what the editor shows", () => {
    const root = tree({ "package.json": {}, "a.js": "", "ecosystem.config.js": config(2) });
    const open = openTexts();
    const project = projectAt(root, parseLazily, withOpenTexts(diskFiles(), open));
    project.launches();
    open.set(join(root, "ecosystem.config.js"), config(5));
    open.set(join(root, "new.js"), "");
    assert.deepEqual(
      project.launches().launches.map(({ count }) => count),
      [5],
    );
    assert.deepEqual(project.resolver.resolve("./new", join(root, "a.js")), {
      kind: "file",
      path: join(root, "new.js"),
    });
  });

  it("parses no code for what is no code", () => {
    const root = tree({
      "package.json": { scripts: { a: "node a.js", b: "pm2 start pm2.json" } },
      "a.js": "",
      "pm2.json": { apps: [] },
      Dockerfile: "FROM x\nCMD node a.js",
    });
    const parse = () => assert.fail("parsed");
    assert.equal(projectAt(root, parse).launches().launches.length, 2);
  });
});

describe("the parser of other files", () => {
  it("parses as the server's does", () => {
    const { ast, walk, comments } = parseLazily("// c\nconst a: number = f();", "x.ts");
    assert.equal(ast.body.length, 1);
    assert.equal(walk?.calls.length, 1);
    assert.equal(comments.length, 1);
    assert.throws(() => parseLazily("const", "x.js"), { name: "ParseError" });
  });
});
