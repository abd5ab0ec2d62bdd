import assert from "node:assert/strict";
import { runClock } from "../../src/program/run-clock.ts";

describe("the clock of a run", () => {
  it("stands still while files come without a pause, and goes on after one", () => {
    let time = 5000;
    const clock = runClock(() => time);
    const after = (milliseconds: number) => {
      time += milliseconds;
      clock.tick();
      return clock.now();
    };
    assert.equal(clock.now(), 5000);
    for (let i = 0; i < 100; i++) assert.equal(after(999), 5000);
    assert.equal(after(1000), 105_900);
    assert.equal(after(999), 105_900);
    time += 60_000;
    assert.equal(clock.now(), 105_900, "nobody has come yet");
    assert.equal(after(0), 166_899);
  });
});
