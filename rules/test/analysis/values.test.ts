import assert from "node:assert/strict";
import { resolve } from "../../src/analysis/values.ts";
import { inWords, marked, snippet } from "./marked.ts";

/** What the marked expression is. */
function check(
  groups: Readonly<Record<string, readonly (readonly [code: string, expected: string, path?: string])[]>>,
) {
  for (const [title, cases] of Object.entries(groups))
    describe(title, () => {
      for (const [code, expected, path] of cases)
        it(`${code} → ${expected}`, () => assert.equal(inWords(resolve(marked(code, path))), expected));
    });
}

describe("what an expression is", () => {
  check({
    "names and assignments": [
      ["const a = () => {}; «a»;", "function"],
      ["function f() {} const a = f; const b = a; «b»;", "function f"],
      ["let a; a = class K {}; «a»;", "class K"],
      ["let a = null; a = class K {}; «a»;", "class K"],
      ["let a = class K {}; a = class L {}; «a»;", "nothing"],
      ["let a; a ??= class K {}; «a»;", "class K"],
      ["let a = 1; a += class K {}; «a»;", "nothing"],
      ["«a = class K {}»;", "class K"],
      ["let a; «a ||= class K {}»;", "class K"],
      ["let a; «a += 1»;", "nothing"],
      ["for (const a of list) «a»;", "nothing"],
      ["var a = b; var b = a; «a»;", "nothing"],
      ["«unknown»;", "unknown"],
      ["declare const Bun: any; «Bun.serve»;", "bun.serve"],
      ["«globalThis.Bun.serve»;", "bun.serve"],
      ["«process.platform»;", "process.platform"],
      ["«import.meta.main»;", "import.meta.main"],
      ["const a = { b: class K {} }; «a.b»;", "class K"],
      ["const a = { b: class K {} }; const { b } = a; «b»;", "class K"],
      ["const a = { b: { c: class K {} } }; const { b: { c: d } } = a; «d»;", "class K"],
      ["const { b = class K {} } = {}; «b»;", "class K"],
      ["const a = { b: class K {}, b: class L {} }; «a.b»;", "class L"],
      ["const a = { b: class K {} }; «a[x]»;", "nothing"],
      ["const a = { b: class K {} }; «a['b']»;", "class K"],
      ["(«0, class K {}»);", "class K"],
      ["(«class K {} as any»);", "class K"],
      ["«await (class K {})»;", "class K", "a.mts"],
      ["«1»;", "nothing"],
    ],
    alternatives: [
      ["const k = class K {}; «x ? k : k»;", "class K"],
      ["«x ? class K {} : class L {}»;", "nothing"],
      ["«x ? class K {} : null»;", "class K"],
      ["«x ? class K {} : unknown()»;", "nothing"],
      ["«x && class K {}»;", "class K"],
      ["«1 || class K {}»;", "class K"],
      ["(«class K {} || 1»);", "class K"],
      [
        "import net from 'net'; import http from 'http'; «x ? net.createServer() : http.createServer()»;",
        "a net.Server",
      ],
      [
        "import net from 'net'; import dgram from 'dgram'; «x ? net.createServer() : dgram.createSocket('udp4')»;",
        "nothing",
      ],
      ["import http from 'http'; import https from 'https'; «x ? http : https»;", "http"],
      ["import fs from 'fs'; import net from 'net'; «x ? fs : net»;", "nothing"],
    ],
    modules: [
      ["import net from 'net'; «net»;", "net"],
      ["import net from 'node:net'; «net.createServer»;", "net.createServer"],
      ["import * as net from 'net'; «net.createServer»;", "net.createServer"],
      ["import { createServer as make } from 'net'; «make»;", "net.createServer"],
      ["import { default as net } from 'net'; «net.createServer»;", "net.createServer"],
      ["import { 'createServer' as make } from 'net'; «make»;", "net.createServer"],
      ["import net = require('net'); «net.createServer»;", "net.createServer"],
      ["import Server = net.Server; «Server»;", "nothing"],
      ["const net = require('net'); «net.createServer»;", "net.createServer", "a.cjs"],
      ["const { createServer: make } = require('net'); «make»;", "net.createServer", "a.cjs"],
      ["const require = (x) => x; «require('net')»;", "nothing"],
      ["«require(name)»;", "nothing", "a.cjs"],
      ["const r = require; «r('net')»;", "nothing", "a.cjs"],
      ["const net = await import('net'); «net.createServer»;", "net.createServer", "a.mts"],
      ["«import(name)»;", "nothing"],
      [
        "import { createRequire } from 'module'; const load = createRequire(import.meta.url); «load('net').createServer»;",
        "net.createServer",
      ],
      ["«process.getBuiltinModule('net')»;", "net"],
      ["«module.require('net')»;", "net", "a.cjs"],
      ["var __require = (x => typeof require !== 'undefined' ? require : x)(y); «__require('net')»;", "net"],
      ["var __require = (x) => x; «__require('net')»;", "nothing"],
      ["var my__require = (x => typeof require !== 'undefined' ? require : x)(y); «my__require('net')»;", "nothing"],
      ["const net = __importDefault(require('net')); «net.default.createServer»;", "net.createServer", "a.cjs"],
      ["const net = tslib_1.__importStar(require('net')); «net.createServer»;", "net.createServer", "a.cjs"],
      ["const net = _interop_require_default._(require('net')); «net.default»;", "net", "a.cjs"],
      [
        "function wrap(m) { return m.__esModule ? m : { default: m }; } const net = wrap(require('net')); «net.default»;",
        "net",
        "a.cjs",
      ],
      ["function wrap(m) { return { inner: m }; } const net = wrap(require('net')); «net»;", "literal", "a.cjs"],
      ["var net = require('net'); net = __toESM(net); «net.createServer»;", "net.createServer", "a.cjs"],
      ["exports.make = class K {}; «exports.make»;", "class K", "a.cjs"],
      ["«exports.make»;", "exports.make", "a.cjs"],
    ],
    "what calls and constructors give": [
      ["import net from 'net'; «net.createServer()»;", "a net.Server"],
      ["import net from 'net'; «new net.Server()»;", "a net.Server"],
      ["import net from 'net'; «net.createServer().listen(1)»;", "a net.Server"],
      ["import net from 'net'; «net.createServer().listen»;", "net.Server#listen"],
      ["import net from 'net'; «net.createServer().address()»;", "nothing"],
      ["import net from 'net'; const { listen } = net.createServer(); «listen»;", "net.Server#listen"],
      ["import os from 'os'; «os.cpus().length»;", "os.cpus().length"],
      ["function make() { return class K {}; } «make()»;", "class K"],
      ["const make = () => class K {}; «make()»;", "class K"],
      ["function make() { if (x) return class K {}; return class L {}; } «make()»;", "nothing"],
      ["function make() {} «make()»;", "nothing"],
      ["function f() { return f(); } «f()»;", "nothing"],
      ["«Object.freeze({})»;", "literal"],
      ["«Object.seal({})»;", "literal"],
      ["import net from 'net'; «Object.assign(net.createServer(), { x })»;", "a net.Server"],
      ["class K {} «Object.assign(new K(), { x })»;", "object K"],
      ["«Object.assign({}, x)»;", "Object.assign()"],
      ["«Object.keys({})»;", "Object.keys()"],
      ["«it.createSocket('udp4')»;", "it.createSocket()"],
      ["function f(it) { «it.createSocket('udp4')»; }", "a dgram.Socket"],
      ["function f(it) { «it.createSocket({ type: 'udp6' })»; }", "a dgram.Socket"],
      ["function f(it) { «it.createSocket({ kind: 'udp6' })»; }", "nothing"],
      ["function f(it) { «it.createSocket('tcp')»; }", "nothing"],
      [
        "import koffi from 'koffi'; const lib = koffi.load('libc.so.6'); «lib.func('int bind(int, void *, int)')»;",
        "C bind",
      ],
    ],
    parameters: [
      ["function f(a) { «a»; } f(class K {});", "class K"],
      ["function f(a, b) { «b»; } f(1, class K {});", "class K"],
      ["function f(a) { «a»; } f(class K {}); f(class L {});", "nothing"],
      ["function f(a) { «a»; } f(...[class K {}]);", "nothing"],
      ["function f(a) { «a»; } f(class K {}); keep(f);", "nothing"],
      ["export function f(a) { «a»; } f(class K {});", "nothing"],
      ["function f(a) { a = 1; «a»; } f(class K {});", "nothing"],
      ["function f(a = class K {}) { «a»; }", "class K"],
      ["function f({ a }) { «a»; } f({ a: class K {} });", "class K"],
      ["function f({ b: { a } }) { «a»; } f({ b: { a: class K {} } });", "class K"],
      ["function f({ a = class K {} }) { «a»; } f({});", "class K"],
      ["function f({ [x]: a }) { «a»; } f({ a: class K {} });", "nothing"],
      ["function f(...a) { «a»; } f(class K {});", "nothing"],
      ["class C { #f(a) { «a»; } m() { this.#f(class K {}); } }", "class K"],
      ["class C { private f(a) { «a»; } m() { this.f(class K {}); } }", "class K"],
      ["class C { f(a) { «a»; } m() { this.f(class K {}); } }", "nothing"],
      ["export default function f(a) { «a»; } f(class K {});", "nothing"],
    ],
    annotations: [
      ["import net from 'net'; let s: net.Server; «s»;", "a net.Server"],
      ["import { Server } from 'net'; function f(s: Server) { «s»; }", "a net.Server"],
      ["import { Server } from 'net'; function f(s: Promise<Server>) { «s»; }", "a net.Server"],
      ["import { Server } from 'net'; function f(s: Server | null | undefined) { «s»; }", "a net.Server"],
      ["import { Server } from 'net'; function f(s: Server | string) { «s»; }", "nothing"],
      ["import { Server } from 'net'; function f(s: Server[]) { «s»; }", "nothing"],
      ["import net from 'net'; function f(s: ReturnType<typeof net.createServer>) { «s»; }", "a net.Server"],
      ["import net from 'net'; function f(s: ReturnType<typeof other>) { «s»; }", "nothing"],
      ["function f(s: import('net').Server) { «s»; }", "a net.Server"],
      ["import { Server } from 'net'; const s: Server = whatever(); «s»;", "a net.Server"],
      ["import { Server } from 'net'; const s: Server = class K {}; «s»;", "class K"],
      ["import { createServer } from 'net'; function f(s: createServer) { «s»; }", "nothing"],
    ],
  });

  it("follows names a hundred deep and no deeper", () => {
    const names = (count: number) =>
      Array.from({ length: count }, (_, i) => (i === 0 ? "const a0 = class K {};" : `const a${i} = a${i - 1};`)).join(
        "",
      );
    assert.equal(inWords(resolve(marked(`${names(90)}«a89»;`))), "class K");
    assert.equal(inWords(resolve(marked(`${names(5000)}«a4999»;`))), "nothing");
  });

  it("asks the host's type checker where the code does not say", () => {
    const { file, marks } = snippet("function f(s) { «s»; «s.t»; «f»; «1»; }");
    file.typeOf = () => "net.Server";
    assert.deepEqual(
      marks.map((each) => inWords(resolve(each))),
      ["a net.Server", "a net.Server", "function f", "nothing"],
    );
  });

  it("does not take a checked type that the catalogue does not know", () => {
    const { file, marks } = snippet("function f(s) { «s»; }");
    file.typeOf = () => "fs.Stats";
    assert.equal(resolve(marks[0]!), null);
  });
});
