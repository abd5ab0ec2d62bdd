import assert from "node:assert/strict";
import { isGlobal, isNothing } from "../../src/analysis/variables.ts";
import { resolve } from "../../src/analysis/values.ts";
import { inWords, marked } from "./marked.ts";

const SERVER = "import net from 'net'; const p = net.createServer(); ";

describe("what a name is set to", () => {
  for (const [code, expected] of [
    ["let a; [a] = [class K {}]; «a»;", "nothing"],
    ["let a; ({ a } = { a: class K {} }); «a»;", "class K"],
    ["let a; ({ b: a } = { b: class K {} }); «a»;", "class K"],
    ["let a = class K {}; for (a of list) {} «a»;", "nothing"],
    ["let a = class K {}; for (a in list) {} «a»;", "nothing"],
    ["for (const a in list) «a»;", "nothing"],
    ["let a = class K {}; a++; «a»;", "nothing"],
    ["let a; a &&= class K {}; «a»;", "nothing"],
    ["let a; a ||= class K {}; «a»;", "class K"],
    ["const { [x]: a } = { a: class K {} }; «a»;", "nothing"],
    ["const { a: { b = class K {} } = {} } = {}; «b»;", "class K"],
    ["const { ...a } = { b: class K {} }; «a»;", "nothing"],
    ["try {} catch (a) { «a»; }", "nothing"],
  ] as [string, string][])
    it(`${code} → ${expected}`, () => assert.equal(inWords(resolve(marked(code))), expected));
});

describe("what a promise hands to the function behind it", () => {
  for (const [code, expected] of [
    ["p.then((s) => «s»);", "a net.Server"],
    ["p.then(function (s) { «s»; });", "a net.Server"],
    ["p.then((s = x) => «s»);", "a net.Server"],
    ["p.then(([s]) => «s»);", "nothing"],
    ["p.then((...s) => «s»);", "nothing"],
    ["p.then(({ [x]: s }) => «s»);", "nothing"],
    ["p.then(({ listen }) => «listen»);", "net.Server#listen"],
    ["p.then(({ listen: s = x }) => «s»);", "net.Server#listen"],
    ["p.then(x, (s) => «s»);", "nothing"],
    ["p.then((a, s) => «s»);", "nothing"],
    ["p.catch((s) => «s»);", "nothing"],
    ["then((s) => «s»);", "nothing"],
  ] as [string, string][])
    it(`${code} → ${expected}`, () => assert.equal(inWords(resolve(marked(SERVER + code))), expected));
});

describe("isNothing", () => {
  for (const [code, expected] of [
    ["«null»", true],
    ["«undefined»", true],
    ["«void 0»", true],
    ["(«null as any»)", true],
    ["«0»", false],
    ["«!0»", false],
    ["«x»", false],
    ["«/x/»", false],
    ["«1n»", false],
    ["function f(undefined) { «undefined»; }", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(isNothing(marked(code)), expected));
});

describe("isGlobal", () => {
  for (const [code, expected] of [
    ["«Bun»", true],
    ["declare const Bun: any; «Bun»", true],
    ["const Bun = x; «Bun»", false],
    ["declare function Bun(): void; «Bun»", false],
    ["function f(Bun) { «Bun»; }", false],
    ["«Bun.serve»", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(isGlobal(marked(code)), expected));
});
