import assert from "node:assert/strict";
import type { Call } from "../../src/analysis/ast.ts";
import { borrowed, givenBy } from "../../src/analysis/borrowed.ts";
import { calleeOf, functionOf } from "../../src/analysis/calls.ts";
import { textOf } from "../../src/analysis/source.ts";
import "../../src/analysis/values.ts";
import { inWords, marked } from "./marked.ts";

/** `method on receiver (arguments)`; null for a call that borrows nothing. */
function inShort(code: string): string | null {
  const found = borrowed(marked(code) as Call);
  if (!found) return null;
  const given = found.given ? found.given.map((each) => textOf(each)).join(", ") : "?";
  return `${textOf(found.method)} on ${textOf(found.receiver)} (${given})`;
}

describe("a method that is borrowed", () => {
  for (const [code, expected] of [
    ["«a.b.call(c, 1, 2)»", "a.b on c (1, 2)"],
    ["«a.b.call(c)»", "a.b on c ()"],
    ["«a.b.apply(c, [1, 2])»", "a.b on c (1, 2)"],
    ["«a.b.apply(c)»", "a.b on c ()"],
    ["«a.b.apply(c, arguments)»", "a.b on c (?)"],
    ["«a.b.apply(c, [1, , 2])»", "a.b on c (?)"],
    ["«a.b.call()»", null],
    ["«a.b.call(...c)»", null],
    ["«a.b.bind(c)»", null],
    ["«b.call(c)»", null],
    ["«call(a.b)»", null],
    ["«new a.b.call(c)»", null],
    ["«a.b(c)»", null],
  ] as const)
    it(`${code} → ${expected}`, () => assert.equal(inShort(code), expected));

  it("gives its own arguments", () => {
    const given = (code: string) => givenBy(marked(code) as Call).map((each) => textOf(each));
    assert.deepEqual(given("«a.b.call(c, 1)»"), ["1"]);
    assert.deepEqual(given("«a.b(c, 1)»"), ["c", "1"]);
    assert.deepEqual(given("«a.b.apply(c, arguments)»"), ["c", "arguments"]);
  });
});

const NET = "import net from 'net'; const s = net.createServer(); ";

describe("the row of what is called", () => {
  for (const [code, expected] of [
    ["«s.listen(1)»", "net.Server#listen on a net.Server"],
    ["«net.createServer()»", "net.createServer"],
    ["«new net.Server()»", "net.Server"],
    ["«net.Server.prototype.listen.call(s, 1)»", "net.Server#listen on a net.Server"],
    ["«net.Server.prototype.listen.call(x, 1)»", "net.Server#listen"],
    ["«net.Server.prototype.listen.apply(s, [1])»", "net.Server#listen on a net.Server"],
    ["«net.Server.prototype.listen.apply(s, arguments)»", null],
    ["«net.Server.prototype.other.call(s, 1)»", null],
    ["«net.Server.listen.call(s, 1)»", null],
    ["«net.other.prototype.listen.call(s, 1)»", null],
    ["«s.listen.call(s, 1)»", "net.Server#listen on a net.Server"],
    ["«s.listen.call(x, 1)»", "net.Server#listen"],
    ["«x.listen.call(s, 1)»", null],
    ["class S extends net.Server { constructor() { «super()»; } }", "net.Server"],
    ["class S { constructor() { «super()»; } }", null],
    ["class K {} class S extends K { constructor() { «super()»; } }", null],
    ["const o = { m() { «super()»; } };", null],
    ["«x()»", null],
    ["function f() {} «f()»", null],
  ] as const)
    it(`${code} → ${expected}`, () => {
      const found = calleeOf(marked(NET + code) as Call);
      assert.equal(found && `${found.key}${found.receiver ? ` on ${inWords(found.receiver)}` : ""}`, expected);
    });
});

describe("the function that an expression is", () => {
  for (const [code, expected] of [
    ["«() => {}»", true],
    ["function f() {} «f»", true],
    ["function f() {} «f.bind(x)»", true],
    ["function f() {} «f.call(x)»", false],
    ["«f.bind(x)»", false],
    ["«x»", false],
    ["(«class {}»)", false],
    ["class C { f() {} m() { «this.f»; } }", true],
    ["class C { f() {} m() { «this.f.bind(this)»; } }", true],
    ["class C { f() {} m() { «this.g»; } }", false],
    ["class C { get f() { return 1; } m() { «this.f»; } }", false],
    ["class C { set f(v) {} m() { «this.f»; } }", false],
    ["class C { f() {} m() { «that.f»; } }", false],
    ["function F() { «this.f»; } F.prototype.f = function () {};", true],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(functionOf(marked(code)) !== null, expected));
});
