import assert from "node:assert/strict";
import { thisHost } from "../../src/analysis/classes.ts";
import { resolve } from "../../src/analysis/values.ts";
import { inWords, marked, snippet } from "./marked.ts";

const NET = "import net from 'net'; ";

describe("classes", () => {
  for (const [code, expected] of [
    ["class K { m() { «this»; } }", "object K"],
    ["class K { static f = () => «this»; }", "object K"],
    ["class K { m() { return () => «this»; } }", "object K"],
    ["class K { m() { return function F() { «this»; }; } }", "object F"],
    ["const o = { m() { «this»; } };", "literal"],
    ["const o = { m: () => «this» };", "nothing"],
    ["function F() { «this»; }", "object F"],
    ["function F() {} F.prototype.m = function () { «this»; };", "object F"],
    ["function F() {} F.prototype = { m() { «this»; } };", "object F"],
    ["function F() {} var p = F.prototype; p.m = function () { «this»; };", "object F"],
    ["function F() {} var p = F.prototype = {}; p.m = function () { «this»; };", "object F"],
    ["function F() {} F.prototype.m = F.prototype.n = function () { «this»; };", "object F"],
    ["const app = {}; app.m = function () { «this»; };", "literal"],
    ["class K {} «new K()»;", "object K"],
    ["class K {} class L extends K {} «new L()»;", "object L"],
    ["function F() {} «new F()»;", "object F"],
    [NET + "class S extends net.Server {} «new S()»;", "a net.Server"],
    [NET + "class S extends net.Server {} class T extends S {} «new T()»;", "a net.Server"],
    [NET + "class S extends net.Server { m() { «this»; } }", "a net.Server"],
    [NET + "class S extends net.Server { listen() {} m() { «this»; } }", "object S"],
    [NET + "class S extends net.Server { listen() {} m() { «super.listen»; } }", "net.Server#listen"],
    [NET + "class S extends net.Server { m() { «super.listen»; } }", "net.Server#listen"],
    [NET + "class S extends net.Server { listen() {} } «new S()»;", "object S"],
    [NET + "class S extends net.Server { close() {} } «new S()»;", "a net.Server"],
    ["import http from 'http'; class A extends http.Agent { createConnection() {} } «new A()»;", "a http.Agent"],
    ["class K { m() { «super.m»; } }", "nothing"],
    ["class A extends B {} class B extends A {} «new A()»;", "object A"],
    [NET + "function S() {} util.inherits(S, net.Server); «new S()»;", "a net.Server"],
    [NET + "function S() { «this»; } _inherits(S, net.Server);", "a net.Server"],
    [NET + "function S() {} function T() {} util.inherits(T, net.Server); «new S()»;", "object S"],
    [NET + "net.createServer().on('listening', function () { «this»; });", "a net.Server"],
    [NET + "net.createServer().on('listening', () => { «this»; });", "nothing"],
    [NET + "net.createServer().address(function F() { «this»; });", "object F"],
  ] as const)
    it(`${code} → ${expected}`, () => assert.equal(inWords(resolve(marked(code))), expected));

  it("names the object behind this", () => {
    const { marks } = snippet("«class K { constructor() { «this»; } }»");
    assert.equal(thisHost(marks[1]!), marks[0]);
    assert.equal(thisHost(marked("«this»;")), null);
  });
});
