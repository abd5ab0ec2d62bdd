import assert from "node:assert/strict";
import { shapesEverywhere } from "../../lab/programs/call-shapes-everywhere.ts";
import { hostShapes } from "../../lab/programs/call-shapes-hosts.ts";
import { moreShapes } from "../../lab/programs/call-shapes-more.ts";
import { compare } from "../../lab/runtimes-compare.ts";
import { runtimeBinary, runtimeNames } from "../../lab/runtimes-cache.ts";
import { cannotTrace } from "../../lab/runtimes-trace.ts";
import { callIn } from "./marked-call.ts";

/** The runtime that runs the tests is traced in any case, the others where they have been installed. */
for (const name of runtimeNames) {
  const shapes = [...shapesEverywhere, ...moreShapes, ...hostShapes].filter(({ runtimes }) => runtimes.includes(name));
  if (shapes.length === 0) continue;
  const [kind, major] = name.split("-") as ["node" | "bun" | "deno", string | undefined];
  describe(`calls as they are written, traced with ${name}`, () => {
    let binary: string | null = null;
    before(async () => {
      const missing = await cannotTrace();
      if (missing === null)
        binary = process.versions.node.startsWith(`${major}.`) ? process.execPath : await runtimeBinary(name);
      if (binary === null)
        console.log(`    skipped: ${missing ?? `${name} is not installed here, npm run lab:runtimes gets it`}`);
    });

    for (const { id, source } of shapes) {
      it(id, async function () {
        const runtime = { name: kind, ...(major !== undefined && { version: `${major}.99.0` }) };
        const call = callIn(source, runtime);
        assert.ok(call, "the call is recognised");
        if (binary === null) return this.skip();
        const { same, seen, expected } = await compare({ id, source, call, runtimes: [] }, runtime, binary);
        if (!same) assert.deepEqual(seen, expected);
      }).timeout(30_000);
    }
  });
}
