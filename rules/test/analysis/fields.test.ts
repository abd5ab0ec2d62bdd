import assert from "node:assert/strict";
import { thisHost } from "../../src/analysis/classes.ts";
import { assignedTo } from "../../src/analysis/fields.ts";
import { identities, isSame } from "../../src/analysis/identities.ts";
import { resolve } from "../../src/analysis/values.ts";
import { variableOf } from "../../src/analysis/variables.ts";
import { inWords, marked, snippet } from "./marked.ts";

const NET = "import net from 'net'; ";

describe("fields", () => {
  for (const [code, expected] of [
    ["class K { a = class L {}; m() { «this.a»; } }", "class L"],
    ["class K { #a = class L {}; m() { «this.#a»; } }", "class L"],
    ["class K { constructor() { this.a = class L {}; } m() { «this.a»; } }", "class L"],
    ["class K { constructor() { this.a = class L {}; this.a = 1; } m() { «this.a»; } }", "nothing"],
    ["class K { constructor() { this.a = null; this.a = class L {}; } m() { «this.a»; } }", "class L"],
    ["class K { constructor() { this.a += class L {}; } m() { «this.a»; } }", "nothing"],
    ["class K { constructor() { const self = this; self.a = class L {}; } m() { «this.a»; } }", "class L"],
    ["class K { a = class L {}; } const k = new K(); «k.a»;", "class L"],
    ["class K { static a = class L {}; } «K.a»;", "class L"],
    ["class K { a = class L {}; } «K.b»;", "nothing"],
    ["class B { a = class L {}; } class K extends B { m() { «this.a»; } }", "class L"],
    ["class B { a = class L {}; } class K extends B {} «new K().a»;", "class L"],
    ["const app = {}; app.a = class L {}; «app.a»;", "class L"],
    ["const app = {}; app.b.c = class L {}; «app.b.c»;", "class L"],
    ["global.a = class L {}; «global.a»;", "class L"],
    ["function F() { this.a = class L {}; } F.prototype.m = function () { «this.a»; };", "class L"],
    ["const o = { a: class L {}, m() { «this.a»; } };", "class L"],
    [NET + "class K { s: net.Server; m() { «this.s»; } }", "a net.Server"],
    [NET + "class K { constructor(private s: net.Server) {} m() { «this.s»; } }", "a net.Server"],
    [NET + "class K { constructor(readonly s: net.Server = make()) {} m() { «this.s»; } }", "a net.Server"],
    [NET + "class K { s: net.Server = make(); m() { «this.s»; } }", "a net.Server"],
    [NET + "class K { s = make(); m() { «this.s»; } }", "make()"],
    [NET + "class S extends net.Server { a = class L {}; m() { «this.a»; } }", "class L"],
  ] as const)
    it(`${code} → ${expected}`, () => assert.equal(inWords(resolve(marked(code))), expected));

  it("lists all that is assigned to a field, in whatever way", () => {
    const at = marked("class K { a = 1; m() { this.a = 2; this.a ??= 3; this.a += 4; «this»; } }");
    const values = assignedTo(thisHost(at)!, "a").map((each) => (each as { value?: unknown }).value);
    assert.deepEqual(values, [1, 2, 3]);
    assert.deepEqual(assignedTo(thisHost(at)!, "b"), []);
  });

  it("keeps objects of the same name in different scopes apart", () => {
    const { marks } = snippet("const a = {}; a.b = 1; { const a = {}; a.b = 2; «a»; } «a»;");
    const [inner, outer] = marks.map((each) => assignedTo(variableOf(each)!, "b"));
    assert.equal(inner!.length, 1);
    assert.equal(outer!.length, 1);
    assert.notEqual(inner![0], outer![0]);
  });
});

describe("identities", () => {
  const same = (code: string) => {
    const [a, b] = snippet(NET + code).marks.map((each) => identities(each));
    return isSame(a!, b!);
  };
  it("are equal for one object under several names", () => {
    assert.ok(same("const s = net.createServer(); const t = s; «s»; «t»;"));
    assert.ok(same("const o = {}; «o»; «o»;"));
    assert.ok(same("class K {} const k = new K(); «k»; «k»;"));
    assert.ok(same("function f(s) { «s»; «s»; }"));
    assert.ok(same("function f(s) { «s.a.b»; «s.a.b»; }"));
    assert.ok(same("class K { s = net.createServer(); m() { «this.s»; «this.s»; } }"));
  });
  it("hold what a factory made of it", () => {
    assert.ok(same("function make() { const s = net.createServer(); «s»; return s; } const t = make(); «t»;"));
    assert.ok(same("const t = make(); «t»; function make() { const s = net.createServer(); «s»; return s; }"));
  });
  it("differ for different objects", () => {
    assert.ok(!same("const s = net.createServer(); const t = net.createServer(); «s»; «t»;"));
    assert.ok(!same("function make() { return net.createServer(); } const s = make(); const t = make(); «s»; «t»;"));
    assert.ok(!same("function f(s, t) { «s»; «t»; }"));
    assert.ok(!same("function f(s) { «s.a»; «s.b»; }"));
    assert.ok(!same("«1»; «1»;"));
  });
});
