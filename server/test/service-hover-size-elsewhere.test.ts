import assert from "node:assert/strict";
import { judgeHovers } from "./hover-size.ts";

describe("service: hovers of all fixtures on the runtimes that they do not run on by themselves", () => {
  for (const runtime of ["node", "bun", "deno"] as const)
    it(`are short on ${runtime}, and every listen and connection has one`, () => {
      const count = judgeHovers(runtime);
      assert.ok(count > 50, String(count));
    }).timeout(60_000);
});
