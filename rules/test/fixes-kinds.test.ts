import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import { indexOf } from "../src/analysis/source.ts";
import { kindOf, mayBePath } from "../src/fixes/positional.ts";

/** The argument of the call of `at()` in a text. */
function argument(text: string) {
  const file = parseFile(text, "a.mjs");
  const call = indexOf(file).calls.find(({ callee }) => callee.type === "Identifier" && callee.name === "at");
  return { file, node: call!.arguments[0]! };
}

describe("what an argument is", () => {
  for (const [text, expected] of [
    ["at('a');", "string"],
    ["at(1);", "number"],
    ["at(1 + 2);", "number"],
    ["at(undefined);", "nothing"],
    ["at(null);", "nothing"],
    ["at(void 0);", "nothing"],
    ["at(true);", null],
    ["at(`a${x}`);", "string"],
    ["at(() => {});", "function"],
    ["at(function () {});", "function"],
    ["function f() {} at(f);", "function"],
    ["const f = () => {}; at(f);", "function"],
    ["at(f.bind(null));", "function"],
    ["at(bind(null));", null],
    ["at(wrap(() => {}));", "function"],
    ["at(wrap(x));", null],
    ["at(String(x));", "string"],
    ["at(it.String(x));", null],
    ["at(Number(x));", "number"],
    ["at(parseInt(x));", "number"],
    ["at(it.Number(x));", null],
    ["at(parse(x));", null],
    ["at(x || 'a');", "string"],
    ["at(x ?? 1);", "number"],
    ["at('a' || x);", "string"],
    ["at(host || x);", "string"],
    ["at(x && 'a');", null],
    ["at(x ? 'a' : 'b');", "string"],
    ["at(x ? 'a' : 1);", null],
    ["at(x ? 'a' : undefined);", "string"],
    ["at(x ? undefined : 1);", "number"],
    ["at(x ? y : 1);", null],
    ["at(host);", "string"],
    ["at(options.hostname);", "string"],
    ["at(bindAddress);", "string"],
    ["at(ipFamily);", "string"],
    ["at(ship);", null],
    ["at(backlog);", "number"],
    ["at(maxBacklog);", "number"],
    ["at(callback);", "function"],
    ["at(done);", "function"],
    ["at(doneWith);", null],
    ["at(onListening);", "function"],
    ["at(only);", null],
    ["at(handleError);", "function"],
    ["at(resolveAll);", "function"],
    ["at(this.readyListener);", "function"],
    ["at(listeners);", null],
    ["at(x);", null],
    ["at(_);", null],
    ["at(a[b]);", null],
    ["new Promise((go) => at(go));", "function"],
    ["new Promise((go, stop) => at(stop));", null],
    ["new Thing((go) => at(go));", null],
    ["new it.Promise((go) => at(go));", null],
    ["run((go) => at(go));", null],
    ["at({});", null],
  ] as const)
    it(text, () => {
      const { file, node } = argument(text);
      assert.equal(kindOf(file, node as never), expected);
    });
});

describe("a port that may be the name of a pipe", () => {
  for (const [text, expected] of [
    [
      "at(normalize(x)); function normalize(value) { const port = parseInt(value); if (isNaN(port)) return value; return port; }",
      true,
    ],
    ["const port = normalize(x); at(port); function normalize(value) { return value; }", true],
    ["let port; port = normalize(x); at(port); function normalize(value) { return value; }", true],
    ["at(normalize(x)); function normalize(value) { return Number(value); }", false],
    ["at(normalize(x)); function normalize(value) { return other; }", false],
    ["at(normalize(x)); function normalize({ value }) { return value; }", false],
    ["at(normalize(x)); function normalize(value) {}", false],
    ["at(unknown(x));", false],
    ["at(3000);", false],
    ["function f(port) { at(port); }", false],
    ["const { port } = normalize(x); at(port); function normalize(value) { return value; }", false],
  ] as const)
    it(text, () => {
      const { file, node } = argument(text);
      assert.equal(mayBePath(file, node as never), expected);
    });
});
