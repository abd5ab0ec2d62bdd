import assert from "node:assert/strict";
import { compare } from "../../lab/runtimes-compare.ts";
import { callShapes } from "../../lab/programs/call-shapes.ts";
import { cannotTrace } from "../../lab/runtimes-trace.ts";
import { parseFile } from "../../server/src/lint/parse.ts";
import { contextOf } from "../src/lint.ts";
import { implicitBind, siteToSocketCall } from "../src/syscalls/socket-call.ts";
import type { SocketCall } from "../src/syscalls/index.ts";

/** What the source says of the call on the line with the mark. */
function callIn(source: string): SocketCall | null {
  const file = parseFile(source, "program.mjs");
  const settings = { host: {}, hostName: "settings", package: null };
  const context = contextOf({ file, path: "program.mjs", settings });
  const marked = source.lastIndexOf("\n", source.indexOf("// ⇐")) + 1;
  const inLine = ([at]: readonly [number, number]) => at >= marked && at < source.indexOf("// ⇐");
  const found = context.sites.sites
    .filter((site) => site.kind !== "raw" && site.op !== "create" && inLine(site.name.range))
    .map((site) => siteToSocketCall(site, context, "linux"));
  const implicit = context.sites.sites.flatMap((site) =>
    site.kind === "raw"
      ? []
      : context.sites
          .uses(site.origins, (use) => inLine(use.call.callee.range))
          .map((use) => implicitBind(site, use, context, "linux")),
  );
  return [...found, ...implicit].find((call) => call !== null) ?? null;
}

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
