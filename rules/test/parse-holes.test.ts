import assert from "node:assert/strict";
import { ParseError, parseFile } from "../src/parse/parse-file.ts";
import { checkMessages } from "../../server/src/lint/messages.ts";

const AROUND = ["import http from 'node:http';\n", "\nhttp.createServer().listen(3000);\n"] as const;

/** Declarations that somebody has begun to write, or has taken something out of. */
const HALF = [
  "interface { a: 1 }",
  "interface extends A {}",
  "export interface {}",
  "export default interface {}",
  "declare interface {}",
  "class { a = 1; }",
  "abstract class {}",
  "enum { A }",
  "const enum {}",
  "type = 1;",
  "namespace {}",
  "declare module {}",
  "declare function ();",
  "function () {}",
  "import a = ;",
  "export = ;",
  "let : number;",
  "let a: ;",
  "function f(a: , b) {}",
  "function f<>() {}",
  "class A { constructor(private { a }) {} }",
  "class A { [key: string]; get a(b) {} }",
  "f<>(1);",
  "a as ;",
  "a satisfies ;",
  "<A>;",
  "a!.;",
  "@ class A {}",
  "export type { };",
  "import type A, { B } from 'a';",
];

describe("half-written TypeScript", () => {
  for (const half of HALF)
    it(`is parsed, or one line says what is wrong: ${half}`, () => {
      const text = AROUND.join(half);
      let error: unknown;
      try {
        parseFile(text, "a.ts");
      } catch (thrown) {
        error = thrown;
      }
      if (error !== undefined) assert.ok(error instanceof ParseError, String(error));
      const found = checkMessages({
        text,
        path: "a.ts",
        settings: { host: {}, hostName: "", package: null },
        levels: { "require-reuse-option": { level: "error" } },
      });
      assert.equal(found.length, 1);
      assert.equal(found[0]?.fatal === true, error !== undefined);
    });

  it("says which name is missing, and where", () =>
    assert.throws(
      () => parseFile("f();\ninterface { a: 1 }", "a.ts"),
      (error: ParseError) => {
        assert.equal(error.message, "'interface' declarations must be followed by an identifier.");
        assert.equal(error.offset, 15);
        return error instanceof ParseError;
      },
    ));
});
