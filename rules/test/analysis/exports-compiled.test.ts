import { checkValues } from "./project.ts";

/** What `lib.a` is, for a module that a compiler has written. */
function table(title: string, rows: readonly (readonly [code: string, expected: string])[]): void {
  describe(title, () =>
    checkValues(
      rows.map(
        ([code, expected]) =>
          [
            code,
            expected,
            {
              "main.cjs": "const lib = require('./lib'); «lib.a»;",
              "lib.cjs": code,
              "b.cjs": "exports.a = class K {}; exports.c = class L {};",
            },
          ] as const,
      ),
    ),
  );
}

table("Object.defineProperty", [
  ["Object.defineProperty(exports, 'a', { value: class K {} });", "class K"],
  ["Object.defineProperty(module.exports, 'a', { value: class K {} });", "class K"],
  ["Object.defineProperty(exports, 'a', { enumerable: true, value: class K {} });", "class K"],
  [
    "Object.defineProperty(exports, 'a', { enumerable: true, get: function () { return b.a; } }); const b = require('./b');",
    "class K",
  ],
  ["Object.defineProperty(exports, 'a', { get: () => b.a }); const b = require('./b');", "class K"],
  ["Object.defineProperty(exports, 'a', { get() { return b.a; } }); const b = require('./b');", "class K"],
  ["Object.defineProperty(exports, 'a', { get() { x(); return b.a; } }); const b = require('./b');", "./lib.a"],
  ["Object.defineProperty(exports, 'a', { get() { return; } });", "./lib.a"],
  ["Object.defineProperty(exports, 'a', { get });", "./lib.a"],
  ["Object.defineProperty(exports, 'a', { set() { return class K {}; } });", "./lib.a"],
  ["Object.defineProperty(exports, 'a', { ...x });", "./lib.a"],
  ["Object.defineProperty(exports, 'a', descriptor);", "./lib.a"],
  ["Object.defineProperty(exports, 'a');", "./lib.a"],
  ["Object.defineProperty(exports, name, { value: class K {} });", "./lib.a"],
  ["Object.defineProperty(exports, 'b', { value: class K {} });", "./lib.a"],
  ["Object.defineProperty(other, 'a', { value: class K {} });", "./lib.a"],
  ["Object.defineProperty(other.it, 'a', { value: class K {} });", "./lib.a"],
  ["Object.define(exports, 'a', { value: class K {} });", "./lib.a"],
]);

table("__exportStar", [
  ["__exportStar(require('./b'), exports);", "class K"],
  ["tslib_1.__exportStar(require('./b'), exports);", "class K"],
  ["(0, tslib_1.__exportStar)(require('./b'), exports);", "class K"],
  ["const b = require('./b'); __exportStar(b, exports);", "class K"],
  ["__exportStar(require('./b'), other);", "./lib.a"],
  ["__exportStar(load('./b'), exports);", "./lib.a"],
  ["__exportStar(it.require('./b'), exports);", "./lib.a"],
  ["__exportStar(b, exports);", "./lib.a"],
  ["__exportStar();", "./lib.a"],
  ["exportStar(require('./b'), exports);", "./lib.a"],
]);

table("__createBinding", [
  ["const b = require('./b'); __createBinding(exports, b, 'a');", "class K"],
  ["const b = require('./b'); tslib_1.__createBinding(exports, b, 'a');", "class K"],
  ["const b = require('./b'); __createBinding(exports, b, 'a', 'a');", "class K"],
  ["const b = require('./b'); __createBinding(exports, b, 'c', 'a');", "./lib.a"],
  ["const b = require('./b'); __createBinding(exports, b, 'c');", "./lib.a"],
  ["const b = require('./b'); __createBinding(exports, b, name);", "./lib.a"],
  ["const b = require('./b'); __createBinding(other, b, 'a');", "./lib.a"],
  ["__createBinding(exports, b, 'a');", "./lib.a"],
]);
