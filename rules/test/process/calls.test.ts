import assert from "node:assert/strict";
import type { FunctionNode } from "../../src/analysis/ast.ts";
import {
  calledParameters,
  functionsAround,
  handoverAt,
  handoversOf,
  parameterCalls,
  placesOf,
  textOf,
  valueOf,
  type Handover,
} from "../../src/process/calls.ts";
import "../../src/sockets/collect.ts";
import { marked } from "../analysis/marked.ts";
import { file, here } from "./code.ts";

/** The innermost function around `here()`. */
function around(code: string): FunctionNode {
  const [fn] = functionsAround(here(file(code, "src/server.ts")));
  if (!fn) throw new Error("here() is in no function");
  return fn;
}

/** `g(f)#0`, or `g({ start: f })#0.start` where it is an option. */
function inWords({ call, argument, option }: Handover): string {
  return `${textOf(call)}#${argument}${option === undefined ? "" : `.${option}`}`;
}

describe("where a file calls a function", () => {
  const rows: readonly (readonly [code: string, ...calls: string[]])[] = [
    ["function f() { here(); } f(1); f(2);", "f(1)", "f(2)"],
    ["const f = () => here(); f();", "f()"],
    ["function f() { here(); } new f();", "new f()"],
    ["function f() { here(); } g(f); a.f(); x = f;"],
    ["(() => here())(1);", "(() => here())(1)"],
    ["g(() => here());"],
    ["class A { run() { here(); } } const a = new A(); a.run(); a.stop(); b.run();", "a.run()"],
    ["class A { run() { here(); } } new A().run();", "new A().run()"],
    ["class A { run = () => here(); } const a = new A(); a.run(); a.stop();", "a.run()"],
    ["class A { static run() { here(); } } A.run(); B.run(); A.stop();", "A.run()"],
    ["const a = { run() { here(); } }; a.run(); b.run(); a.stop();", "a.run()"],
    ["const a = { run: () => here() }; a.run();", "a.run()"],
    ["class A { run() { here(); } go() { this.run(1); } } class B { run() {} go() { this.run(2); } }", "this.run(1)"],
    ["class A { constructor() { here(); } } new A(1); new B(); A(); B();", "new A(1)"],
    ["class A { constructor() { here(); } } const a = new A(1); a.constructor();", "new A(1)"],
    ["class A { run() { here(); } } new A();"],
    [
      'import { Server } from "node:net"; class S extends Server { go() { here(); } } class T extends Server { go() {} }' +
        "const s = new S(); s.go(); const t = new T(); t.go(); new Server().go();",
      "s.go()",
    ],
  ];
  for (const [code, ...calls] of rows) it(code, () => assert.deepEqual(placesOf(around(code)).map(textOf), calls));
});

describe("where a function is handed over", () => {
  const rows: readonly (readonly [code: string, ...handovers: string[]])[] = [
    ["g(1, () => here());", "g(1, () => here())#1"],
    ["new G(() => here());", "new G(() => here())#0"],
    ["g({ start() { here(); } });", "g({ start() { here(); } })#0.start"],
    ["new G(1, { start: () => here() });", "new G(1, { start: () => here() })#1.start"],
    ["function f() { here(); } g(f); new G(1, f);", "g(f)#0", "new G(1, f)#1"],
    ["function f() { here(); } g({ ...x, start: f }); g({ start: x });", "g({ ...x, start: f })#0.start"],
    ["function f() { here(); } g([f]); x = { start: f };"],
    ["const o = { f() { here(); } }; g(o.f); g(o);", "g(o.f)#0"],
    ["class A { f() { here(); } go() { g(this.f); } }", "g(this.f)#0"],
    ["function f() { here(); } f();"],
    ["(() => here())();"],
    ["new (function () { here(); })();"],
    ["const f = () => here(); f(); g(f);", "g(f)#0"],
  ];
  for (const [code, ...handovers] of rows)
    it(code, () => assert.deepEqual(handoversOf(around(code)).map(inWords), handovers));

  const places: readonly (readonly [code: string, handover: string | null])[] = [
    ["g(«f»);", "g(f)#0"],
    ["new G(1, «f»);", "new G(1, f)#1"],
    ["g({ start: «f» });", "g({ start: f })#0.start"],
    ["new G({ start: «f» });", "new G({ start: f })#0.start"],
    ["«f»(1);", null],
    ["new («f»)(1);", null],
    ["g([«f»]);", null],
    ["x = { start: «f» };", null],
    ["g({ start: { at: «f» } });", null],
  ];
  for (const [code, handover] of places)
    it(code, () => {
      const found = handoverAt(marked(code));
      assert.equal(found && inWords(found), handover);
    });
});

describe("the calls of a parameter", () => {
  const rows: readonly (readonly [code: string, calls: readonly string[] | null])[] = [
    ["function f(cb) { here(); cb(1); cb(2); }", ["cb(1)", "cb(2)"]],
    ["function f(cb) { here(); const g = () => cb(1); }", ["cb(1)"]],
    ["function f(cb) { here(); }", []],
    ["function f() { here(); }", null],
    ["function f({ cb }) { here(); cb(); }", null],
    ["function f(cb = noop) { here(); cb(1); }", ["cb(1)"]],
    ["function f({ cb } = {}) { here(); cb(); }", null],
    ["function f(cb) { here(); if (cb) cb(1); }", ["cb(1)"]],
    ["function f(cb) { here(); cb && cb(1); }", ["cb(1)"]],
    ["function f(cb) { here(); cb ? cb(1) : other(); }", ["cb(1)"]],
    ["function f(cb) { here(); if (!cb) return; cb(1); }", ["cb(1)"]],
    ['function f(cb) { here(); if (typeof cb === "function") cb(1); }', ["cb(1)"]],
    ["function f(cb) { here(); if (cb || x) y(); cb(1); }", ["cb(1)"]],
    ["function f(cb) { here(); const run = cb || noop; run(); }", null],
    ["function f(cb) { here(); (cb ?? noop)(); }", null],
    ["function f(cb) { here(); const run = x && cb; cb(1); }", null],
    ["function f(cb) { here(); const run = x ? cb : noop; cb(1); }", null],
    ["function f(cb) { here(); later(cb); cb(1); }", null],
    ["function f(cb) { here(); new cb(); }", null],
    ["function f(cb) { here(); cb = other; cb(1); }", null],
    ["function f(cb) { here(); const { run = cb } = x; cb(1); }", null],
    ["function f(cb) { here(); return cb; }", null],
  ];
  for (const [code, calls] of rows)
    it(code, () => assert.deepEqual(parameterCalls(around(code), 0)?.map(textOf) ?? null, calls));

  it("are told apart by parameters; one that is never called is not among them", () => {
    const called = calledParameters(around("function f(a, b, c) { here(); c(); a(); a(); }"));
    assert.deepEqual(
      called.map(({ parameter, calls }) => [parameter, calls.length]),
      [
        [0, 2],
        [2, 1],
      ],
    );
  });
});

describe("the only value of a name", () => {
  const rows: readonly (readonly [code: string, value: string])[] = [
    ["«f()»", "f()"],
    ["const a = f(); «a»", "f()"],
    ["const a = (f() as string); «a»", "f()"],
    ["let a = f(); a = g(); «a»", "a"],
    ["const a = f(), b = a, c = b, d = c, e = d; «e»", "f()"],
    ["const a = f(), b = a, c = b, d = c, e = d, g = e; «g»", "a"],
  ];
  for (const [code, value] of rows) it(code, () => assert.equal(textOf(valueOf(marked(code))), value));
});
