import assert from "node:assert/strict";
import { join } from "node:path";
import type { Node } from "../../src/analysis/ast.ts";
import { callsOf } from "../../src/analysis/calls.ts";
import { conditionsOf } from "../../src/analysis/conditions.ts";
import { evaluate } from "../../src/analysis/constants.ts";
import { resolve } from "../../src/analysis/values.ts";
import { connect } from "../../src/connect.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { diskFiles } from "../../src/program/files.ts";
import { projectsOf } from "../../src/runs/projects.ts";
import { tree } from "../program/tree.ts";
import { inWords, snippet } from "./marked.ts";
import { project } from "./project.ts";

/** The marked expressions of the first of several files on the disk, which the others import. */
function withCallers(sources: Readonly<Record<string, string>>): { marks: Node[] } {
  const [first] = Object.keys(sources) as [string];
  const { file, marks } = snippet(sources[first] as string, first);
  const root = tree({ ...sources, [first]: file.text });
  const filename = join(root, first);
  const projects = projectsOf(parseFile, diskFiles());
  connect(file, { filename, runs: () => projects.of(filename, root) });
  return { marks };
}

describe("callers in other files", () => {
  for (const [title, expected, sources] of [
    ["a named import", 2, { "a.ts": "export «function f() {}» f();", "b.ts": "import { f } from './a'; f(1);" }],
    ["a default import", 1, { "a.ts": "export default «() => {}»;", "b.ts": "import f from './a'; f(1);" }],
    ["a namespace", 1, { "a.ts": "export const f = «() => {}»;", "b.ts": "import * as a from './a'; a.f(1);" }],
    [
      "require",
      1,
      { "a.cjs": "«function f() {}» module.exports = { f };", "b.cjs": "const { f } = require('./a'); f(1);" },
    ],
    ["a whole module", 1, { "a.cjs": "module.exports = «function () {}»;", "b.cjs": "require('./a')(1);" }],
    [
      "another import of the module",
      0,
      { "a.ts": "export «function f() {}» export const g = 1;", "b.ts": "import { g } from './a'; g();" },
    ],
    [
      "a barrel",
      2,
      {
        "a.ts": "export «function f() {}»",
        "index.ts": "export * from './a'; export { f as g } from './a';",
        "b.ts": "import { f } from './index'; f(1);",
        "c.ts": "import { g } from '.'; g(1);",
      },
    ],
    [
      "another member of a default export",
      1,
      {
        "a.ts": "export default { start: «(port) => {}», stop() {} };",
        "b.ts": "import a from './a'; a.start(1); a.stop();",
      },
    ],
    ["called with call", null, { "a.ts": "export «function f() {}»", "b.ts": "import { f } from './a'; f.call(1);" }],
    [
      "loaded by a computed name",
      null,
      { "jobs/a.js": "module.exports = «function () {}»;", "b.js": "require('./jobs/' + name)(1);" },
    ],
    [
      "a published package's main file",
      null,
      {
        "a.js": "module.exports = «function () {}»;",
        "b.js": "require('./a')(1);",
        "package.json": '{ "name": "x", "main": "a.js" }',
      },
    ],
    [
      "a private package's main file",
      1,
      {
        "a.js": "module.exports = «function () {}»;",
        "b.js": "require('./a')(1);",
        "package.json": '{ "name": "x", "main": "a.js", "private": true }',
      },
    ],
    ["a test", 0, { "a.ts": "export «function f() {}»", "a.test.ts": "import { f } from './a'; f(1);" }],
    ["nobody", 0, { "a.ts": "export «function f() {}»", "b.ts": "import { g } from './a';" }],
    ["handed on", null, { "a.ts": "export «function f() {}»", "b.ts": "import { f } from './a'; f(1); keep(f);" }],
    [
      "a namespace handed on",
      null,
      { "a.ts": "export «function f() {}»", "b.ts": "import * as a from './a'; keep(a);" },
    ],
  ] as const)
    it(`${title} → ${expected}`, () => {
      const { marks } = withCallers(sources);
      assert.equal(callsOf(marks[0]!)?.length ?? null, expected);
    });

  it("are not known without a host that knows them", () => {
    const { marks } = project({ "a.ts": "export «function f() {}»", "b.ts": "import { f } from './a'; f();" });
    assert.equal(callsOf(marks[0]!), null);
  });

  it("give parameters their values", () => {
    const { marks } = withCallers({
      "a.ts": "export function f(s, port) { «s»; «port»; }",
      "b.ts": "import net from 'net'; import { f } from './a'; const PORT = 3000; f(net.createServer(), PORT);",
    });
    assert.equal(inWords(resolve(marks[0]!)), "a net.Server");
    assert.deepEqual(evaluate(marks[1]!), { value: 3000 });
  });

  it("give a function the conditions around its only call", () => {
    const { marks } = withCallers({
      // Longer than the other file: the function's range holds that of its call there.
      "a.ts": `export function f() { «g()»; ${";".repeat(100)} }`,
      "b.ts": "import { f } from './a'; if (x) f();",
    });
    assert.equal(conditionsOf(marks[0]!).length, 1);
  });
});
