import assert from "node:assert/strict";
import { resolve } from "../../src/analysis/values.ts";
import { inWords, marked } from "./marked.ts";

/** What the marked expression is. */
function table(title: string, rows: readonly (readonly [code: string, expected: string])[]): void {
  describe(title, () => {
    for (const [code, expected] of rows)
      it(`${code} → ${expected}`, () => assert.equal(inWords(resolve(marked(code))), expected));
  });
}

const NET = "import net from 'net'; ";
const GO = "S.prototype.start = function () { «this.go»; };";

table("methods of constructor functions", [
  [`function S() {} ${GO} S.prototype.go = function go() {};`, "function go"],
  [`function S() {} function T() {} ${GO} T.prototype.go = function go() {};`, "nothing"],
  ["function S() {} S.prototype = { start() { «this.go»; }, go: function go() {} };", "function go"],
  ["function S() {} S.prototype = { start() { «this.go»; }, go: function a() {}, go: function b() {} };", "function b"],
  ["function S() {} function T() {} S.prototype = { start() { «this.go»; } }; T.prototype = { go() {} };", "nothing"],
  [
    "function S() {} var p = S.prototype; p.start = function () { «this.go»; }; p.go = function go() {};",
    "function go",
  ],
  [
    "function S() {} S.prototype.a = S.prototype.b = function () { «this.go»; }; S.prototype.go = function go() {};",
    "function go",
  ],
  ["function S() {} S.prototype.go = 5; S.prototype.start = function () { «this.go»; };", "nothing"],
  ["var app = x; app.start = function () { «this.go»; };", "nothing"],
]);

const INHERITED = "function S() {} function T() {} T.prototype.go = function go() {};";

table("what constructor functions inherit", [
  [`${INHERITED} util.inherits(S, T); ${GO}`, "function go"],
  [`${INHERITED} inherits(S, T); ${GO}`, "function go"],
  [`${INHERITED} _inheritsLoose(S, T); ${GO}`, "function go"],
  [`${INHERITED} disinherits(S, T); ${GO}`, "nothing"],
  [`${INHERITED} inherits(T, S); ${GO}`, "nothing"],
  [`${INHERITED} inherits(S); ${GO}`, "nothing"],
  [`${INHERITED} inherits(S, S); ${GO}`, "nothing"],
  [`${INHERITED} inherits(S, x); ${GO}`, "nothing"],
  [`${INHERITED} S.prototype = Object.create(T.prototype); ${GO}`, "function go"],
  [`${INHERITED} S.prototype = T.prototype; ${GO}`, "function go"],
  [`${INHERITED} x.prototype = T.prototype; ${GO}`, "nothing"],
  [`${INHERITED} S.prototype = Object.create(T.other); ${GO}`, "nothing"],
  [`${INHERITED} S.prototype = create(); ${GO}`, "nothing"],
  [`${INHERITED} function U() {} inherits(U, T); inherits(S, U); ${GO}`, "function go"],
  [
    `${NET}function S() {} util.inherits(S, net.Server); S.prototype.start = function () { «this.listen»; };`,
    "net.Server#listen",
  ],
  [`${NET}function S() {} util.inherits(S, net.Server); S.prototype.start = function () { «this»; };`, "a net.Server"],
  [`${NET}function S() {} util.inherits(S, net.Server); «new S()»;`, "a net.Server"],
  [`${NET}function S() {} util.inherits(S, net.connect); «new S()»;`, "a net.Socket"],
  ["function S() {} util.inherits(S, x); «new S()»;", "object S"],
]);

table("this in functions", [
  ["const o = { start: function () { «this.go»; }, go: function go() {} };", "function go"],
  ["const o = { start() { (() => «this.go»)(); }, go: function go() {} };", "function go"],
  ["const o = { start() { (function () { «this.go»; })(); }, go: function go() {} };", "nothing"],
  ["const o = { [function () { «this.go»; }]: 1, go: function go() {} };", "nothing"],
  [`${NET}const s = net.createServer(); s.on('x', function () { «this»; });`, "a net.Server"],
  [`${NET}const s = net.createServer(); s.listen(1, function () { «this»; });`, "a net.Server"],
  [`${NET}const s = net.createServer(); s.on('x', () => «this»);`, "nothing"],
  [`${NET}const s = net.createServer(); s.address(function f() { «this»; });`, "object f"],
  [`${NET}const s = net.createServer(); keep(s, function f() { «this»; });`, "object f"],
  [`${NET}(function f() { «this»; })();`, "object f"],
]);

table("members of classes", [
  ["class A { go() {} } class B extends A { start() { «this.go»; } }", "function"],
  ["class A { go() {} } class B { start() { «this.go»; } }", "nothing"],
  ["class A { get s() { return class K {}; } start() { «this.s»; } }", "class K"],
  ["class A { get s() { return x ? class K {} : 1; } start() { «this.s»; } }", "nothing"],
  ["class A { set s(v) { return class K {}; } start() { «this.s»; } }", "nothing"],
  ["class A { static s = class K {}; } «A.s»;", "class K"],
  ["class A { static s() {} } «A.s»;", "function"],
  ["class A { static s() {} start() { «this.s»; } }", "nothing"],
  ["class A { s = class K {}; start() { «this.s»; } }", "class K"],
  ["class A { s; start() { «this.s»; } stop() { this.s = class K {}; } }", "class K"],
  ["class A { s = class K {}; start() { «this.s»; } stop() { this.s = class L {}; } }", "nothing"],
  [`${NET}class A { s: net.Server; start() { «this.s»; } }`, "a net.Server"],
  [`${NET}class A { constructor(private s: net.Server) {} start() { «this.s»; } }`, "a net.Server"],
  [`${NET}class A { s: net.Server; } class B extends A { start() { «this.s»; } }`, "a net.Server"],
  ["class A extends A { start() { «this.s»; } }", "nothing"],
  ["const o = { get s() { return class K {}; } }; «o.s»;", "class K"],
]);

table("what is one value for all", [
  [`${NET}let s; if (x) s = net.createServer(); else s = net.createServer(); «s»;`, "a net.Server"],
  [`${NET}let s; if (x) s = net.createServer(); else s = 5; «s»;`, "nothing"],
  [`${NET}let s; if (x) s = net.createServer(); else s = null; «s»;`, "a net.Server"],
  [`${NET}let s; if (x) s = net.createServer(); else s = net.connect(1); «s»;`, "nothing"],
  ["const f = () => {}; let s; if (x) s = f; else s = f; «s»;", "function"],
  ["class K {} let s; if (x) s = new K(); else s = new K(); «s»;", "nothing"],
]);

// A class that no container hands out is another matter.
table("instances that a container makes", [
  ["class K {} «it.resolve(K)»;", "object K"],
  ["class K {} «it.get(K)»;", "object K"],
  ["class K {} «make(K)»;", "object K"],
  ["class K {} «inject(K)»;", "object K"],
  ["class K {} «it.instantiate(K)»;", "object K"],
  ["class K {} «it.getAll(K)»;", "it.getAll()"],
  ["class K {} «it.forget(K)»;", "it.forget()"],
  ["class K {} «it.get('K')»;", "it.get()"],
  ["class K {} «it.get(x, K)»;", "it.get()"],
  ["function K() {} «it.get(K)»;", "it.get()"],
]);

table("types of values", [
  [`${NET}function f(s: Readonly<net.Server>) { «s»; }`, "a net.Server"],
  [`${NET}function f(s: Awaited<net.Server>) { «s»; }`, "a net.Server"],
  [`${NET}function f(s: Partial<net.Server>) { «s»; }`, "nothing"],
  [`${NET}function f(s: ReturnType<net.Server>) { «s»; }`, "nothing"],
  [`${NET}function f(s: net.Server | net.Server) { «s»; }`, "a net.Server"],
  [`${NET}function f(s: net.Server | net.Socket) { «s»; }`, "nothing"],
  [`${NET}function f(s: null | undefined) { «s»; }`, "nothing"],
  ["class K {} function f(s: K) { «s»; }", "object K"],
  ["interface K {} function f(s: K) { «s»; }", "nothing"],
  [`${NET}function f(make: () => net.Server) { «make()»; }`, "a net.Server"],
  [`${NET}function f(make: () => Promise<net.Server>) { «make()»; }`, "a net.Server"],
  [`${NET}function f(make: net.Server) { «make()»; }`, "nothing"],
  [`${NET}function make(): net.Server { return x(); } «make()»;`, "a net.Server"],
  [`${NET}function make(): net.Server {} «make()»;`, "a net.Server"],
  ["function make(): x {} «make()»;", "nothing"],
]);
