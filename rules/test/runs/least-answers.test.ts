import assert from "node:assert/strict";
import { both, either, type Answer } from "../../src/process/reach.ts";
import { leastAnswers } from "../../src/runs/least-answers.ts";

/** Whether each of these is reached: from "begin" for certain, by the ways of which each has an answer of its own. */
function reachedIn(ways: Readonly<Record<string, Readonly<Record<string, Answer>>>>, most = 1000) {
  const questions = leastAnswers(most);
  let works = 0;
  const isReached = (name: string): Answer =>
    name === "begin"
      ? "yes"
      : questions.ask(name, () => {
          works++;
          return either(
            Object.entries(ways[name] ?? {}).map(([from, way]) => {
              const before = isReached(from);
              return before === "no" ? before : both(before, way);
            }),
          );
        });
  return { isReached, works: () => works };
}

describe("answers to questions that lead to each other", () => {
  it("are no where nothing but a circle leads there", () => {
    const { isReached } = reachedIn({ a: { b: "yes" }, b: { c: "yes" }, c: { a: "yes" } });
    assert.deepEqual(["a", "b", "c", "other"].map(isReached), ["no", "no", "no", "no"]);
  });
  it("are the same whatever is asked first", () => {
    const ways = {
      a: { b: "yes" },
      b: { a: "yes", c: "yes" },
      c: { b: "yes", d: "yes" },
      d: { begin: "maybe" },
    } as const;
    for (const first of Object.keys(ways)) {
      const { isReached } = reachedIn(ways);
      isReached(first);
      assert.deepEqual(Object.keys(ways).map(isReached), ["maybe", "maybe", "maybe", "maybe"], first);
    }
  });
  it("see the way into a circle that is found after the circle has closed", () => {
    const { isReached } = reachedIn({ a: { b: "maybe", begin: "yes" }, b: { a: "yes" } });
    assert.equal(isReached("b"), "yes");
    assert.equal(isReached("a"), "yes");
  });
  it("take few rounds where all lead to all", () => {
    const names = Array.from({ length: 30 }, (_, i) => `q${i}`);
    const all = Object.fromEntries(names.map((each) => [each, "yes" as const]));
    const { isReached, works } = reachedIn(Object.fromEntries(names.map((each) => [each, all])));
    assert.ok(names.every((each) => isReached(each) === "no"));
    assert.equal(works(), 30);
    const entered = reachedIn({
      ...Object.fromEntries(names.map((each) => [each, all])),
      q29: { ...all, begin: "maybe" },
    });
    assert.ok(names.every((each) => entered.isReached(each) === "maybe"));
    assert.ok(entered.works() <= 30 * 4, String(entered.works()));
  });
  it("are maybe beyond a number", () => {
    const { isReached } = reachedIn({ a: {}, b: {}, c: {} }, 2);
    assert.deepEqual(["a", "b", "c", "a"].map(isReached), ["no", "no", "maybe", "no"]);
  });
  it("asked by nodes are kept as well", () => {
    const questions = leastAnswers(10);
    const node = {};
    assert.equal(
      questions.ask(node, () => "maybe"),
      "maybe",
    );
    assert.equal(
      questions.ask(node, () => assert.fail("asked again")),
      "maybe",
    );
  });
});
