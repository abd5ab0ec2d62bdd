import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { linesOf } from "../../src/program/configuration-problem.ts";
import { projectAt } from "../../src/program/project.ts";
import { modulesOf } from "../../src/runs/modules.ts";
import { inMemory } from "./tree.ts";

/** How many modules are looked at in a folder of so many directories with one each. */
function lookedAt(directories: number, beside: Readonly<Record<string, object>>): number {
  const contents = Object.fromEntries(
    Array.from({ length: directories }, (_, i) => [`${i}/index.js`, 'import "node:net";']),
  );
  const modules = modulesOf(projectAt("/home", parseFile, inMemory("/home", { ...contents, ...beside })), () => null);
  modules.refresh();
  problems = linesOf(modules.problems());
  return modules.all().size;
}

/** What the last look could not look at. */
let problems: readonly string[] = [];

describe("the modules of a project", () => {
  it("are all looked at below a manifest", () => assert.equal(lookedAt(1_500, { "package.json": {} }), 1_500));
  it("are looked at in part where the folder may be a home directory, or a whole disk", () => {
    assert.ok(lookedAt(1_500, {}) < 1_000);
    assert.match(problems.join("\n"), /^\/home: expected at most 1,000 modules, and there are more\. .*\.$/);
    assert.equal(lookedAt(500, {}), 500);
    assert.deepEqual(problems, []);
  });
});
