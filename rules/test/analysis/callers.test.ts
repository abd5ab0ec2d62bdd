import assert from "node:assert/strict";
import type { FunctionNode } from "../../src/analysis/ast.ts";
import { callsIn, callsOf } from "../../src/analysis/calls.ts";
import { conditionsOf } from "../../src/analysis/conditions.ts";
import { evaluate } from "../../src/analysis/constants.ts";
import { resolve } from "../../src/analysis/values.ts";
import { inWords } from "./marked.ts";
import { project, type Project } from "./project.ts";

/** Lets the first file's functions be asked for their callers in the others, as a host would answer. */
function withCallers(sources: Readonly<Record<string, string>>): Project {
  const all = project(sources);
  const others = Object.keys(sources)
    .slice(1)
    .map((path) => all.open(path).file);
  all.file.callersOf = (fn) => {
    const found = others.map((each) => callsIn(each, fn));
    return found.every((each) => each !== null) ? found.flat() : null;
  };
  return all;
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
    assert.deepEqual(callsIn(project({ "b.ts": "f();" }).file, marks[0] as FunctionNode), []);
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
