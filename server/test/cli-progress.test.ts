import assert from "node:assert/strict";
import { hasColour } from "../src/cli/colour.ts";
import { progressOn } from "../src/cli/progress.ts";

/** What a terminal is sent while files are done at these times, in milliseconds. */
function written(times: readonly number[], isTTY: boolean): { during: string[]; all: string[] } {
  const all: string[] = [];
  let time = 0;
  const progress = progressOn({ isTTY, write: (text) => all.push(text) }, times.length, () => time);
  times.forEach((each, i) => {
    time = each;
    progress.step(i + 1);
  });
  const during = [...all];
  progress.clear();
  return { during, all };
}

describe("progress", () => {
  it("is not shown for short scans", () => assert.deepEqual(written([1, 200, 499], true).all, []));

  it("is one line that is written over and taken away at the end", () => {
    const { during, all } = written([100, 600, 610, 650, 705], true);
    assert.deepEqual(during, ["\r\u001B[2KChecked 2 of 5 files", "\r\u001B[2KChecked 5 of 5 files"]);
    assert.deepEqual(all, [...during, "\r\u001B[2K"]);
  });

  it("is shown on terminals only", () => assert.deepEqual(written([600, 900], false).all, []));
});

describe("colours", () => {
  it("are for terminals, unless the environment says otherwise", () => {
    const cases: [boolean, NodeJS.ProcessEnv, boolean][] = [
      [true, {}, true],
      [false, {}, false],
      [true, { NO_COLOR: "1" }, false],
      [true, { NO_COLOR: "" }, true],
      [false, { FORCE_COLOR: "1" }, true],
      [true, { FORCE_COLOR: "0" }, false],
      [true, { TERM: "dumb" }, false],
    ];
    for (const [isTTY, env, expected] of cases)
      assert.equal(hasColour({ isTTY }, null, env), expected, JSON.stringify([isTTY, env]));
  });
});
