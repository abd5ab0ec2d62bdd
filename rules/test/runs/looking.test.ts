import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectAt } from "../../src/program/project.ts";
import { lookInto } from "../../src/runs/looking.ts";
import { modulesOf } from "../../src/runs/modules.ts";
import { changing } from "./changing.ts";

/** A look into two modules of a project: one as text, one as code. */
function look() {
  const files = changing("/home", { "package.json": {}, "text.js": "f();", "code.js": "g();", "other.js": "h();" });
  const code = parseFile("g();", "code.js");
  const modules = modulesOf(projectAt("/home", parseFile, files), (path) => (path === "/home/code.js" ? code : null));
  modules.refresh();
  const into = lookInto(modules);
  return { files, code, into };
}

describe("an answer that was found in other modules", () => {
  const found = () => {
    const { files, code, into } = look();
    assert.equal(into.text("/home/text.js"), "f();");
    assert.equal(into.parsed("/home/code.js"), code);
    return { files, code, answer: into.found(7) };
  };
  it("rests on the trees that were looked into", () => {
    const { code, answer } = found();
    assert.deepEqual([answer.value, answer.files.length, answer.files[0] === code], [7, 1, true]);
  });
  it("stands as long as those modules are the same", () => {
    for (const [change, expected] of [
      [{}, true],
      [{ "other.js": "i();" }, true],
      [{ "text.js": "i();" }, false],
      [{ "code.js": "i();" }, false],
      [{ "code.js": "i();", "text.js": "i();" }, false],
    ] as const) {
      const { files, answer } = found();
      files.change(change);
      assert.equal(answer.stands(), expected, JSON.stringify(change));
    }
  });
  it("stands no more once the ways from file to file are others", () => {
    const { files, answer } = found();
    files.change({ "other.js": 'import "./code.js";' });
    assert.equal(answer.stands(), false);
  });
  it("rests on no tree where there is none, nor on a text that is not there", () => {
    const { into } = look();
    assert.equal(into.parsed("/home/none.js"), null);
    assert.equal(into.text("/home/none.js"), "");
    assert.deepEqual(into.found(7).files, []);
  });
});
