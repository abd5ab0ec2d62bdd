import assert from "node:assert/strict";
import { anywhere, inSteps } from "../../src/analysis/in-steps.ts";
import { common } from "../../src/analysis/operators.ts";
import type { Node } from "../../src/analysis/ast.ts";

/** Nodes that lead to each other by their numbers. */
function graph(edges: readonly (readonly number[])[]) {
  const nodes = edges.map((_, i) => ({ type: "Identifier", name: `n${i}` }) as unknown as Node);
  return { nodes, behind: (node: Node) => edges[nodes.indexOf(node)]!.map((i) => nodes[i]!) };
}

/** Whether the first node leads to the last one in five steps, and how often it was looked. */
function asked(edges: readonly (readonly number[])[], start = 0) {
  const { nodes, behind } = graph(edges);
  let looks = 0;
  const leads = inSteps<boolean, string>(5, false, (node, next, about) => {
    looks++;
    assert.equal(about, "about");
    return node === nodes.at(-1) || behind(node).some((each) => next(each));
  });
  return { leads: leads(nodes[start]!, "about"), looks: () => looks };
}

describe("a question that is asked in steps", () => {
  it("goes as far as it may, and no further", () => {
    assert.equal(asked([[1], [2], [3], [4], [5], []]).leads, true);
    assert.equal(asked([[1], [2], [3], [4], [5], [6], []]).leads, false);
  });

  it("ends in circles", () => {
    assert.equal(asked([[1], [2], [0], []]).leads, false);
    assert.equal(asked([[0, 0, 0, 1], []]).leads, true);
  });

  it("takes a step for what it is said to take", () => {
    const { nodes, behind } = graph([[1], [2], []]);
    const far = (steps: number) =>
      inSteps<string, null>(5, "beyond", (node, next) => {
        const [to] = behind(node);
        return to ? next(to, steps) : "there";
      })(nodes[0]!, null);
    assert.deepEqual([1, 2, 3].map(far), ["there", "there", "beyond"]);
  });

  it("looks at each node once at each depth, however many ways lead to it", () => {
    const layers = 5;
    const wide = 40;
    // 40 nodes, of which each leads to all: 40⁵ ways of five steps.
    const edges = Array.from({ length: wide }, () => Array.from({ length: wide }, (_, i) => i));
    const question = asked([...edges, []]);
    assert.equal(question.leads, false);
    assert.ok(question.looks() <= 32 + wide * (layers + 1), String(question.looks()));
  });

  it("asks anew in the next question", () => {
    let value = 1;
    const read = inSteps<number, null>(5, 0, () => value);
    const [node] = graph([[]]).nodes;
    assert.equal(read(node!, null), 1);
    value = 2;
    assert.equal(read(node!, null), 2);
  });
});

describe("a question that one yes answers", () => {
  /** Whether the first node leads to the last one, and how often it was looked. */
  const leads = (edges: readonly (readonly number[])[]) => {
    const { nodes, behind } = graph(edges);
    let looks = 0;
    const found = anywhere<string>((node, next, about) => {
      looks++;
      assert.equal(about, "about");
      return node === nodes.at(-1) || behind(node).some((each) => next(each));
    })(nodes[0]!, "about");
    return [found, looks];
  };

  it("looks at each node once, in circles too", () => {
    assert.deepEqual(leads([[1, 1, 0], [0, 2], [3], []]), [true, 4]);
    assert.deepEqual(leads([[1, 2], [2, 0], [0, 1], []]), [false, 3]);
    const all = Array.from({ length: 100 }, (_, i) => i);
    assert.deepEqual(leads([...all.map(() => all), []]), [false, 100]);
  });

  it("goes as far as a thousand nodes", () => {
    const chain = (length: number) => Array.from({ length }, (_, i) => (i + 1 < length ? [i + 1] : []));
    assert.deepEqual(leads(chain(1000)), [true, 1000]);
    assert.deepEqual(leads(chain(1001)), [false, 1000]);
  });
});

describe("what many come to", () => {
  const of = (all: readonly (number | null)[]) => {
    let count = 0;
    const known = common(all, (each) => {
      count++;
      return each === null ? null : { value: each };
    });
    return { value: known?.value ?? null, count };
  };
  it("is known where all come to one value, and asked until one does not", () => {
    assert.deepEqual(of([]), { value: null, count: 0 });
    assert.deepEqual(of([7]), { value: 7, count: 1 });
    assert.deepEqual(of([7, 7, 7]), { value: 7, count: 3 });
    assert.deepEqual(of([NaN, NaN]), { value: NaN, count: 2 });
    assert.deepEqual(of([7, 8, 7]), { value: null, count: 2 });
    assert.deepEqual(of([null, 7]), { value: null, count: 1 });
    assert.deepEqual(of([7, null, 7]), { value: null, count: 2 });
  });
});
