import assert from "node:assert/strict";
import { functionsAround, isExported } from "../../src/process/calls.ts";
import "../../src/sockets/collect.ts";
import { file, here } from "./code.ts";

/** Whether other files can call the innermost function around `here()`. */
function exported(code: string): boolean {
  const [fn] = functionsAround(here(file(code, "src/server.ts")));
  if (!fn) throw new Error("here() is in no function");
  return isExported(fn);
}

/** A list of other names in front of the one that is asked for. */
const names = (length: number) => "a, ".repeat(length / 3);

describe("a function that other files can call", () => {
  for (const code of [
    "export function f() { here(); }",
    "export const f = () => here();",
    "export default function () { here(); }",
    "export default () => here();",
    "function f() { here(); } export { f };",
    "function f() { here(); } export { g, f as h };",
    "const f = () => here(); export { f };",
    "function f() { here(); } export default f;",
    "const f = function () { here(); }; export default f;",
    "exports.f = () => here();",
    "module.exports = function () { here(); };",
    "module.exports.f = () => here();",
    "module.exports = { f: () => here() };",
    "function f() { here(); } module.exports = f;",
    "function f() { here(); } module.exports = { g, f };",
    "function f() { here(); } exports.g = f;",
    "function $f() { here(); } module.exports = { $f };",
    "function f$() { here(); } module.exports = { f$ };",
    `function f() { here(); } module.exports = { ${names(450)} f };`,
    "export class A { run() { here(); } }",
    "export default class { run() { here(); } }",
    "class A { run() { here(); } } export { A };",
    "class A { run() { here(); } } export default A;",
    "class A { run = () => here(); } module.exports = A;",
    "export class A { protected run() { here(); } }",
    "export class A { constructor() { here(); } }",
  ])
    it(code.slice(0, 100), () => assert.equal(exported(code), true));
});

describe("a function that other files cannot call", () => {
  for (const code of [
    "function f() { here(); }",
    "const f = () => here();",
    "g(() => here());",
    "function f() { here(); } export { g };",
    "function f() { here(); } export { g as f };",
    "function f() { here(); } export default g;",
    "function f() { here(); } export default f();",
    "function f() { here(); } module.exports = { g };",
    "function f() { here(); } module.exports = { ff, f2, my$f };",
    "function $f() { here(); } module.exports = { f, $$f, $f$ };",
    "function f() { here(); } module.exports = {}; f();",
    "function f() { here(); } exports.g = 1; x = f;",
    "my.exports.f = () => here();",
    "exportsOf.f = () => here();",
    "window.f = () => here();",
    "export function g() { function f() { here(); } }",
    "export function g() { return () => here(); }",
    "export class A { private run() { here(); } }",
    "export class A { #run() { here(); } }",
    "class A { run() { here(); } }",
    "class A { run() { here(); } } export { B };",
    "export const a = 1; class A { run() { here(); } }",
  ])
    it(code, () => assert.equal(exported(code), false));
});
