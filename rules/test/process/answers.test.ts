import assert from "node:assert/strict";
import { unwrap, type Node } from "../../src/analysis/ast.ts";
import { indexOf } from "../../src/analysis/source.ts";
import { both, either, handedRunsIn, runsIn, type Answer } from "../../src/process/reach.ts";
import { file, here } from "./code.ts";

const CLUSTER = `import cluster from "node:cluster"; import throng from "throng";`;

describe("answers put together", () => {
  const answers: readonly Answer[] = ["yes", "maybe", "no"];
  it("both: as sure as the less sure one", () =>
    assert.deepEqual(
      answers.map((a) => answers.map((b) => both(a, b)).join(" ")),
      ["yes maybe no", "maybe maybe no", "no no no"],
    ));
  it("either: one yes is enough, and nothing else is", () => {
    assert.deepEqual(
      answers.map((a) => answers.map((b) => either([a, b])).join(" ")),
      ["yes yes yes", "yes maybe maybe", "yes maybe no"],
    );
    assert.equal(either(["no", "no", "yes"]), "yes");
    assert.equal(either([]), "no");
  });
});

describe("a function that other files call", () => {
  for (const [text, outside, expected] of [
    ["export function f() { here(); }", "yes", "yes"],
    ["export function f() { here(); }", "maybe", "maybe"],
    ["export function f() { here(); }", "no", "no"],
    ["export function f() { if (x) here(); }", "yes", "maybe"],
    ["export function f() { here(); } f();", "no", "yes"],
    ["export function f() { here(); } if (x) f();", "no", "maybe"],
    ["export function f() { here(); } if (x) f();", "yes", "yes"],
    ["export function f() { here(); } if (cluster.isWorker) f();", "no", "no"],
    ["export function f() { here(); } if (cluster.isWorker) f();", "yes", "yes"],
    ["function f() { here(); }", "yes", "maybe"],
    ["here();", "no", "yes"],
  ] as const)
    it(`${outside}: ${text}`, () =>
      assert.equal(
        runsIn(here(file(CLUSTER + text)), "cluster-primary", undefined, () => outside),
        expected,
      ));
});

describe("a function that is handed over by the name that another file knows", () => {
  /** What `start` in a text is handed to, in the primary and in a worker. */
  function answers(text: string): string {
    const parsed = file(`${CLUSTER} import { start } from "./start.js"; ${text}`);
    const found: Node[] = [];
    const collect = (node: Node): void => {
      const at = unwrap(node);
      if (at.type === "Identifier" && at.name === "start") found.push(at);
      if (at.type === "ObjectExpression")
        for (const each of at.properties) if (each.type === "Property") collect(each.value);
    };
    for (const call of indexOf(parsed).calls) for (const each of call.arguments) collect(each as Node);
    const [node = indexOf(parsed).calls.at(-1)!.callee as Node] = found;
    return [["cluster-primary"], ["cluster-worker"]]
      .map((roles) => handedRunsIn(node, roles as never, () => "no") ?? "not handed over")
      .join(" ");
  }
  for (const [text, expected] of [
    ["throng({ master: start });", "yes no"],
    ["throng({ worker: start });", "no yes"],
    ["throng(start);", "no yes"],
    ["setTimeout(start, 10);", "yes yes"],
    ["odd(start);", "maybe maybe"],
    ["if (cluster.isWorker) setTimeout(start, 10);", "no yes"],
    ["if (cluster.isPrimary) odd(start);", "maybe no"],
    ["if (x) setTimeout(start, 10);", "maybe maybe"],
    ["start();", "not handed over not handed over"],
  ] as const)
    it(text, () => assert.equal(answers(text), expected));
});
