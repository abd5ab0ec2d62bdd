import assert from "node:assert/strict";
import { isClass, isFunction, nameOf, type FunctionNode } from "../../src/analysis/ast.ts";
import { resolve } from "../../src/analysis/values.ts";
import { methodCallsIn, textOf } from "../../src/process/calls.ts";
import { moduleIn } from "./project.ts";

const POOL =
  "export class Pool { constructor() {} start() {} stop = () => {}; static of() {} }" +
  "export class Other { constructor() {} start() {} } export const plain = { start() {} };";

/** Where a file calls a method of `Pool`, which another file declares. */
function calls(method: string, code: string): string[] {
  const text = `import { Pool, Other, plain } from "./pool.js"; ${code} «Pool»;`;
  const { file, marks } = moduleIn({ "package.json": {}, "pool.js": POOL, "main.js": text }, "main.js");
  const value = resolve(marks[0]!);
  assert.ok(value?.kind === "local" && isClass(value.node));
  const member = value.node.body.body.find((each) => nameOf(each) === method) as { value?: unknown } | undefined;
  assert.ok(isFunction(member?.value as FunctionNode));
  return methodCallsIn(file, member?.value as FunctionNode).map(textOf);
}

describe("where a file calls a method of a class of another file", () => {
  const rows: readonly (readonly [method: string, code: string, ...calls: string[]])[] = [
    ["start", "const pool = new Pool(); pool.start(1); pool.stop(); other.start();", "pool.start(1)"],
    ["start", "new Pool().start(); new Other().start(); plain.start();", "new Pool().start()"],
    ["stop", "const pool = new Pool(); pool.start(); pool.stop(1);", "pool.stop(1)"],
    ["of", "Pool.of(); Other.of();", "Pool.of()"],
    ["constructor", "new Pool(1); new Other(); Pool(); pool.constructor();", "new Pool(1)"],
    ["start", "start(); const { start } = new Pool();"],
  ];
  for (const [method, code, ...expected] of rows)
    it(`${method}: ${code}`, () => assert.deepEqual(calls(method, code), expected));
});
