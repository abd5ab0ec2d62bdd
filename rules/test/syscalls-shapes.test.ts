import assert from "node:assert/strict";
import { compare } from "../../lab/runtimes-compare.ts";
import { callShapes } from "../../lab/programs/call-shapes.ts";
import { cannotTrace } from "../../lab/runtimes-trace.ts";
import { callIn } from "./marked-call.ts";

describe(`calls as they are written, traced with Node ${process.versions.node}`, () => {
  let missing: string | null = null;
  before(async () => {
    missing = await cannotTrace();
  });

  for (const { id, source, addresses } of callShapes) {
    it(id, async function () {
      const call = callIn(source);
      assert.ok(call, "the call is recognised");
      if (missing !== null) return this.skip();
      const program = { id, source, call: { ...call, ...(addresses && { addresses }) }, runtimes: [] };
      const node = { name: "node", version: process.versions.node } as const;
      const { same, seen, expected } = await compare(program, node, process.execPath);
      if (!same) assert.deepEqual(seen, expected);
      // Where the families differ there is no socket; everywhere else there has to be something to compare.
      assert.equal(seen.length === 0, id.startsWith("localAddress of the other family"));
    }).timeout(30_000);
  }
});
