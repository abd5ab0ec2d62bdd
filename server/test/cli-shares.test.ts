import assert from "node:assert/strict";
import { countDone, sharesOf, takeBlock } from "../src/cli/shares.ts";

describe("the blocks of a scan", () => {
  const takeAll = (blocks: number, turns: readonly number[], threads: number): number[] => {
    const shares = sharesOf(blocks, threads);
    const taken: number[] = [];
    for (let i = 0; taken.length < blocks; i++) {
      const block = takeBlock(shares, turns[i % turns.length] as number);
      assert.notEqual(block, null, `nothing is left after ${taken.length} of ${blocks}`);
      taken.push(block as number);
    }
    for (let thread = 0; thread < threads; thread++) assert.equal(takeBlock(shares, thread), null, "all are taken");
    return taken;
  };

  it("are each taken once, whoever is quick", () => {
    for (const blocks of [0, 1, 2, 7, 24, 96])
      for (const [threads, turns] of [
        [1, [0]],
        [2, [0, 1]],
        [2, [0, 0, 0, 1]],
        [3, [2]],
        [8, [7, 0, 3, 3, 3, 5]],
      ] as const)
        assert.deepEqual(
          takeAll(blocks, turns, threads).sort((a, b) => a - b),
          Array.from({ length: blocks }, (_, i) => i),
          `${blocks} blocks, ${threads} threads`,
        );
  });

  it("are neighbours for each thread until it is done, and then the last of whoever has most left", () => {
    const shares = sharesOf(9, 3);
    assert.deepEqual(
      [0, 0, 0, 2].map((thread) => takeBlock(shares, thread)),
      [0, 1, 2, 6],
    );
    assert.equal(takeBlock(shares, 0), 5, "of the second thread, which has begun with none");
    assert.equal(takeBlock(shares, 1), 3);
    assert.equal(takeBlock(shares, 0), 8, "of the third");
  });

  it("are counted by candidates that are done", () => {
    const shares = sharesOf(4, 2);
    assert.deepEqual([countDone(shares), countDone(shares)], [1, 2]);
    assert.equal(takeBlock(shares, 1), 2, "which takes no block away");
  });
});
