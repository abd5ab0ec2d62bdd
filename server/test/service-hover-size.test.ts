import assert from "node:assert/strict";
import { judgeHovers } from "./hover-size.ts";

describe("service: hovers of all fixtures", () => {
  it("are short, and every listen and connection has one", () => {
    const count = judgeHovers();
    assert.ok(count > 1000, String(count));
  }).timeout(60_000);
});
