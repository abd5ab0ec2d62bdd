import assert from "node:assert/strict";
import { resolve } from "../../src/analysis/values.ts";
import { inWords, marked } from "./marked.ts";

/** What the marked parameter is: all that the callers hand over, where all of them are to be seen. */
function table(title: string, before: string, rows: readonly (readonly [code: string, expected: string])[]): void {
  describe(title, () => {
    for (const [code, expected] of rows)
      it(`${before} ${code} → ${expected}`, () =>
        assert.equal(inWords(resolve(marked(`${before} ${code}`, "a.ts"))), expected));
  });
}

table("the parameter of a method", "class C { f(a) { «a»; } }", [
  ["const c = new C(); c.f(class K {});", "class K"],
  ["new C().f(class K {});", "class K"],
  ["const c = new C(); c.f(class K {}); c.f(class L {});", "nothing"],
  ["const c = new C(); c.f(class K {}); keep(c);", "nothing"],
  ["const c = new C(); c.f(class K {}); c[x];", "nothing"],
  ["const c = new C(); c.f(class K {}); const g = c.f;", "nothing"],
  ["const c = new C(); c.f(class K {}); c.g();", "class K"],
  ["const c = new C(); c.f(class K {}); x = { c };", "nothing"],
  ["export const c = new C(); c.f(class K {});", "nothing"],
  ["const c = new C(); c.f(class K {}); export { c };", "nothing"],
  ["const { c } = new C(); new C().f(class K {});", "nothing"],
  ["const c = new C();", "nothing"],
  ["const c = new C(); c.f(class K {}); d.f(class L {});", "class K"],
  ["const c = new C(); c.f(class K {}); function g(d) { d.f(class L {}); }", "nothing"],
  ["const c = new C(); c.f(class K {}); class D { f() {} } const d = new D(); d.f(class L {});", "class K"],
  ["const c = new C(); c.f(class K {}); class D { f() {} m() { this.f(class L {}); } }", "class K"],
  ["const c = new C(); c.f(class K {}); import net from 'net'; net.createServer().f(class L {});", "class K"],
  ["class H { #c = new C(); m() { this.#c.f(class K {}); } }", "class K"],
  ["class H { private c = new C(); m() { this.c.f(class K {}); } }", "class K"],
  ["class H { c = new C(); m() { this.c.f(class K {}); } }", "nothing"],
  ["class H { #c; constructor() { this.#c = new C(); } m() { this.#c.f(class K {}); } }", "class K"],
  ["class H { #c; constructor() { x = this.#c = new C(); } m() { this.#c.f(class K {}); } }", "nothing"],
  ["class H { c; constructor() { this.c = new C(); } m() { this.c.f(class K {}); } }", "nothing"],
  ["let c; c = new C(); c.f(class K {});", "nothing"],
  ["keep(new C()); new C().f(class K {});", "nothing"],
  ["x[new C()]; new C().f(class K {});", "nothing"],
  ["new C(); new C().f(class K {});", "class K"],
  ["const c = new C(); c.f(class K {}); keep(C);", "nothing"],
  ["const c = new C(); c.f(class K {}); class D extends C {}", "nothing"],
  ["const c = new C(); c.f(class K {}); export { C };", "nothing"],
  ["const c = new C(); c.f(class K {}); x instanceof C;", "class K"],
  ["const c = new C(); c.f(class K {}); C in x;", "nothing"],
  ["const c: C = new C(); c.f(class K {});", "class K"],
  ["const c = new C(); c.f(class K {}); C();", "nothing"],
]);

table("the parameter of another kind of method", "", [
  ["class C { f(a) { «a»; } m() { this.f(class K {}); } } new C().m();", "class K"],
  ["class C { $f(a) { «a»; } } const c = new C(); c.$f(class K {});", "class K"],
  ["class C { $f(a) { «a»; } } const c = new C(); c.$f(class K {}); const g = c.$f;", "nothing"],
  ["class C { f(a) { «a»; } } const c = new C(); c.f(class K {}); const g = c.fn;", "class K"],
  ["class C { [x](a) { «a»; } } const c = new C(); c.f(class K {});", "nothing"],
  ["class C { static f(a) { «a»; } } new C(); C.f(class K {});", "nothing"],
  ["class C { set f(a) { «a»; } } const c = new C(); c.f(class K {});", "nothing"],
  ["export class C { f(a) { «a»; } } const c = new C(); c.f(class K {});", "nothing"],
  ["const C = class { f(a) { «a»; } }; const c = new C(); c.f(class K {});", "class K"],
  ["export const C = class { f(a) { «a»; } }; const c = new C(); c.f(class K {});", "nothing"],
  ["const C = class D { f(a) { «a»; } m() { keep(D); } }; const c = new C(); c.f(class K {});", "nothing"],
  [
    "import net from 'net'; class C extends net.Server { f(a) { «a»; } } const c = new C(); c.f(class K {});",
    "class K",
  ],
]);

table("the parameter of a private method", "", [
  ["class C { #f(a) { «a»; } m() { this.#f(class K {}); } }", "class K"],
  ["class C { #f(a) { «a»; } m() { this.#f(class K {}); this.#g(class L {}); } #g() {} }", "class K"],
  ["class C { #f(a) { «a»; } m() { this.#f(class K {}); keep(this.#f); } }", "nothing"],
  ["class C { private f(a) { «a»; } m() { this.f(class K {}); keep(this.f); } }", "nothing"],
  ["class C { private f(a) { «a»; } m() { this.f(class K {}); } }", "class K"],
  ["class C { protected f(a) { «a»; } m() { this.f(class K {}); } }", "nothing"],
  ["class C { private set f(a) { «a»; } m() { this.f(class K {}); } }", "nothing"],
]);

table("the parameter of a constructor", "", [
  ["class C { constructor(a) { «a»; } } new C(class K {});", "class K"],
  ["class C { constructor(a) { «a»; } } new C(class K {}); new C(class L {});", "nothing"],
  ["class C { constructor(a) { «a»; } } new C(class K {}); keep(C);", "nothing"],
  ["export class C { constructor(a) { «a»; } } new C(class K {});", "nothing"],
]);

table("the parameter of a function that gets into other hands", "function f(a) { «a»; } f(class K {});", [
  ["", "class K"],
  ["keep(f);", "nothing"],
  ["type F = typeof f;", "class K"],
  ["export { f };", "nothing"],
  ["export default f;", "nothing"],
  ["module.exports = f;", "nothing"],
  ["module.exports = { f };", "nothing"],
  ["module.exports.f = f;", "nothing"],
  ["exports.f = f;", "nothing"],
  ["exports.a = exports.b = f;", "nothing"],
  ["it.exports = f;", "nothing"],
  ["new f(class L {});", "nothing"],
]);
