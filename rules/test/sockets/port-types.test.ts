import assert from "node:assert/strict";
import { annotationOf } from "../../src/analysis/annotations.ts";
import { mayBePort } from "../../src/sockets/port-types.ts";
import { marked } from "../analysis/marked.ts";

describe("whether something of a type may be a port", () => {
  for (const [type, expected, before = ""] of [
    ["number", true],
    ["string", true],
    ["any", true],
    ["3000", true],
    ["number | undefined", true],
    ["boolean | number", true],
    ["null | undefined", false],
    ["void | { port: number }", false],
    ["boolean", false],
    ["object", false],
    ["{ port: number }", false],
    ["A & B", false],
    ["number[]", false],
    ["[number]", false],
    ["() => number", false],
    ["{ [k in K]: number }", false],
    ["T", true, "type T = number;"],
    ["T", false, "type T = { port: number };"],
    ["T", false, "type T = T;"],
    ["T", true, "enum T { A = 1 }"],
    ["T", false, "interface T {}"],
    ["Port", false, "class Port {}"],
    ["T", false, "import type { T } from 't';"],
    ["Port", true, "import type { Port } from 't';"],
    ["HttpPort", true],
    ["Options", false],
    ["net.Port", true],
    ["net.Options", false],
  ] as [string, boolean, string?][])
    it(`${before} ${type} ${expected}`, () => {
      const type_ = annotationOf(marked(`${before} function f(p: ${type}) { «p»; }`)) ?? assert.fail("no type");
      assert.equal(mayBePort(type_), expected);
    });
});
