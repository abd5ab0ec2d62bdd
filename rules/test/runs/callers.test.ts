import assert from "node:assert/strict";
import { enclosingFunction } from "../../src/analysis/ast.ts";
import { evaluate } from "../../src/analysis/constants.ts";
import { HOME, moduleIn, type Sources } from "./project.ts";

const SERVE = "export function serve(port) { «port»; }";

/** The parameter of a function, by the calls of other modules. */
function port(sources: Sources): unknown {
  return evaluate(moduleIn({ "a.ts": SERVE, ...sources }, "a.ts").marks[0]!)?.value;
}

describe("the callers of a function in other modules", () => {
  const rows: readonly (readonly [what: string, sources: Sources, value: unknown])[] = [
    ["nobody", {}, undefined],
    ["one", { "b.ts": 'import { serve } from "./a"; serve(1);' }, 1],
    [
      "two with one value",
      { "b.ts": 'import { serve } from "./a"; serve(1);', "c.ts": 'import { serve } from "./a"; serve(1);' },
      1,
    ],
    [
      "two with two values",
      { "b.ts": 'import { serve } from "./a"; serve(1);', "c.ts": 'import { serve } from "./a"; serve(2);' },
      undefined,
    ],
    ["one that hands it on", { "b.ts": 'import { serve } from "./a"; serve(1); use(serve);' }, undefined],
    ["one by another way", { "b.ts": 'import { serve } from "./a"; serve.call(null, 1); serve(1);' }, undefined],
    ["one that asks for its type", { "b.ts": 'import { serve } from "./a"; serve(1); type S = typeof serve;' }, 1],
    ["one that takes the whole", { "b.ts": 'import * as a from "./a"; a.serve(1); a.other(2);' }, 1],
    ["one that hands the whole on", { "b.ts": 'import * as a from "./a"; a.serve(1); use(a);' }, undefined],
    ["one that may take any of it", { "b.ts": 'import * as a from "./a"; a.serve(1); a[name](2);' }, undefined],
    [
      "one by a module that exports it again",
      { "b.ts": 'export { serve } from "./a";', "c.ts": 'import { serve } from "./b"; serve(1);' },
      1,
    ],
    [
      "one by another name",
      { "b.ts": 'export { serve as go } from "./a";', "c.ts": 'import { go, serve } from "./b"; go(1); serve(2);' },
      1,
    ],
    [
      "one by a module that exports all of it",
      { "b.ts": 'export * from "./a";', "c.ts": 'import { serve } from "./b"; serve(1);' },
      1,
    ],
    [
      "one by a module that exports it as a part",
      { "b.ts": 'export * as a from "./a";', "c.ts": 'import { a } from "./b"; a.serve(1);' },
      undefined,
    ],
    [
      "by two modules that export each other",
      {
        "b.ts": 'export { serve } from "./a"; export * from "./c";',
        "c.ts": 'export * from "./b"; import { serve } from "./b"; serve(1);',
      },
      1,
    ],
    [
      "by two names of a module that exports it again",
      {
        "b.ts": 'export { serve, serve as go } from "./a";',
        "c.ts": 'import { serve, go } from "./b"; serve(1); go(2);',
      },
      undefined,
    ],
    [
      "one that hands it on beside the same value",
      { "b.ts": 'import { serve } from "./a"; serve(1); use(1, serve);' },
      undefined,
    ],
    ["a module that is not read as code", { "b.ts": 'import { serve } from "./a"; serve(1); (' }, undefined],
    ["a module that takes something else", { "b.ts": 'import { other } from "./a"; other(2);' }, undefined],
    [
      "one that calls the whole",
      {
        "a.ts": `module.exports = ${SERVE.slice("export ".length)}`,
        "b.ts": 'const serve = require("./a"); serve(1); serve.other(2);',
      },
      1,
    ],
    [
      "one that calls the whole, with members whose names look like another way",
      {
        "a.ts": `module.exports = ${SERVE.slice("export ".length)}`,
        "b.ts": 'const serve = require("./a"); serve(1); serve.callback(2); serve.recall(2);',
      },
      1,
    ],
    [
      "one that calls the whole by another way",
      {
        "a.ts": `module.exports = ${SERVE.slice("export ".length)}`,
        "b.ts": 'const serve = require("./a"); serve(1); serve.call(null, 2);',
      },
      undefined,
    ],
    [
      "a module that may load it",
      { "b.ts": 'import { serve } from "./a"; serve(1);', "c.js": "require('./a' + b).serve(2);" },
      undefined,
    ],
    [
      "a module that may load it, with the same value",
      { "b.ts": 'import { serve } from "./a"; serve(1);', "c.js": "require('./a' + b).serve(1);" },
      undefined,
    ],
    [
      "a module that may load it, and takes something else for certain",
      {
        "b.ts": 'import { serve } from "./a"; serve(1);',
        "c.js": "const { other } = require('./a'); require('./a' + b).serve(2);",
      },
      undefined,
    ],
    [
      "a module that may load others",
      { "b.ts": 'import { serve } from "./a"; serve(1);', "c.js": "require('./c' + b).serve(2);" },
      1,
    ],
    [
      "a test",
      { "b.ts": 'import { serve } from "./a"; serve(1);', "a.test.ts": 'import { serve } from "./a"; serve(2);' },
      1,
    ],
    [
      "what a private package begins with",
      { "package.json": { private: true, main: "a.ts" }, "b.ts": 'import { serve } from "./a"; serve(1);' },
      1,
    ],
    [
      "what a published package begins with",
      { "package.json": { main: "a.ts" }, "b.ts": 'import { serve } from "./a"; serve(1);' },
      undefined,
    ],
    [
      "what a published package does not begin with",
      { "package.json": { main: "b.ts" }, "b.ts": 'import { serve } from "./a"; serve(1);' },
      1,
    ],
    [
      "what is exported again by what a published package begins with",
      {
        "package.json": { main: "b.ts" },
        "b.ts": 'export { serve } from "./a";',
        "c.ts": 'import { serve } from "./a"; serve(1);',
      },
      undefined,
    ],
  ];
  for (const [what, sources, value] of rows) it(what, () => assert.equal(port(sources), value));

  it("are asked of a class by its constructor, and not of a method", () => {
    const of = (code: string, caller: string) => port({ "a.ts": code, "b.ts": caller });
    assert.equal(of("export class A { constructor(port) { «port»; } }", 'import { A } from "./a"; new A(1);'), 1);
    assert.equal(
      of("export class A { constructor(port) { «port»; } }", 'import { A } from "./a"; new A(1); use(A);'),
      undefined,
    );
    assert.equal(
      of("export class A { constructor(port) { «port»; } }", 'import { A } from "./a"; class B extends A {}'),
      undefined,
    );
    assert.equal(of("export class A { serve(port) { «port»; } }", 'import { A } from "./a"; A(1);'), undefined);
    assert.equal(
      of("export class A { serve(port) { «port»; } } new A().serve(1);", 'import { A } from "./a"; new A().serve(2);'),
      undefined,
    );
  });
  it("are asked of the class itself, not of another one that it has", () => {
    const whole = "module.exports = class { constructor(port) { «port»; } };";
    assert.equal(port({ "a.ts": whole, "b.ts": 'const A = require("./a"); new A(1); new A.Other(2);' }), 1);
    assert.equal(port({ "a.ts": whole, "b.ts": 'const A = require("./a"); new A(1); new A(2);' }), undefined);
  });
  it("are not known where the function does not go out, or lies in no module of the project", () => {
    const callers = (code: string, path: string) => {
      const { file, marks, runs } = moduleIn({ "a.ts": "", "b.ts": "", [path]: code }, path);
      return runs.callersOf(`${HOME}${path}`, file, enclosingFunction(marks[0]!)!);
    };
    assert.deepEqual(callers(SERVE, "a.ts"), []);
    assert.equal(callers(SERVE.slice("export ".length), "a.ts"), null);
    assert.equal(callers(SERVE, "a.test.ts"), null);
    assert.equal(callers(SERVE, "dist/a.ts"), null);
  });
  it("are none where the function does not go out", () => {
    assert.equal(
      port({ "a.ts": "function serve(port) { «port»; }", "b.ts": 'import { serve } from "./a"; serve(1);' }),
      undefined,
    );
  });
});
