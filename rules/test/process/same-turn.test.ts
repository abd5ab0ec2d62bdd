import assert from "node:assert/strict";
import { calleeName, type Node } from "../../src/analysis/ast.ts";
import { indexOf } from "../../src/analysis/source.ts";
import { runsBeforeDone } from "../../src/process/same-turn.ts";
import { file } from "./code.ts";

/** Whether `set()` runs before what `go()` begins can be done. */
function isInTime(code: string): boolean {
  const { calls } = indexOf(file(code));
  const of = (name: string): Node => {
    const call = calls.find((each) => {
      const callee = calleeName(each);
      return callee.type === "Identifier" && callee.name === name;
    });
    assert.ok(call, name);
    return call;
  };
  return runsBeforeDone(of("set"), of("go"));
}

describe("whether code runs in the turn in which something begins, or before", () => {
  for (const code of [
    "set(); go();",
    "set(); await x; go();",
    "go(); set();",
    "go(set());",
    "go(); if (x) set();",
    "if (x) { go(); set(); }",
    "await x; go(); set();",
    "go(); set(); await x;",
    "function f() { go(); set(); }",
    "async function f() { await x; go(); set(); }",
    "function f() { go(); } f(); set();",
    "function f() { set(); } go(); f();",
    "function f() { set(); } function g() { f(); } go(); g();",
    "function f() { set(); } f(); go();",
    "function f() { set(); f(); } go(); f();",
    "function f() { set(); } function g() { go(); } g(); f();",
    "async function f() { set(); await x; } go(); f();",
    "go(); [1].forEach(() => set());",
    "go(); list.filter(() => set());",
    "(() => go())(); set();",
    "class A { open() { go(); } } const a = new A(); a.open(); set();",
    "async function f() { await x(() => { go(); set(); }); }",
    "go(); set(async () => { await x; });",
  ])
    it(`does: ${code}`, () => assert.equal(isInTime(code), true));
  for (const code of [
    "await go(); set();",
    "go(); await x; set();",
    "go(); if (x) await y; set();",
    "if (x) go(); else set();",
    "function* f() { go(); yield; set(); }",
    "async function f() { go(); await x; set(); }",
    "async function f() { await go(); set(); }",
    "go(); setTimeout(() => set());",
    "go(() => set());",
    "go(); list.find(() => set());",
    "go(); list.remap(() => set());",
    "go(); forEach(() => set());",
    "function f() { set(); } go(); await x; f();",
    "async function f() { await x; set(); } go(); f();",
    "async function f() { await x; g(); } function g() { set(); } go(); f();",
    "function f() { set(); } go(); f(); f();",
    "function f() { set(); } go();",
    "function f() { set(); f(); } go();",
    "function* f() { set(); } go(); f();",
    "function f() { set(); } function g() { go(); } f();",
  ])
    it(`does not: ${code}`, () => assert.equal(isInTime(code), false));
});
