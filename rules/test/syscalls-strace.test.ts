import assert from "node:assert/strict";
import { compare } from "../../lab/runtimes-compare.ts";
import { runtimePrograms } from "../../lab/programs/index.ts";
import { cannotTrace } from "../../lab/runtimes-trace.ts";

describe(`the system calls of Node ${process.versions.node}, traced`, () => {
  before(async function () {
    const missing = await cannotTrace();
    if (missing === null) return;
    console.log(`the system calls of this Node were not compared: ${missing}`);
    this.skip();
  });

  const node = { name: "node", version: process.versions.node } as const;
  const programs = runtimePrograms.filter(({ runtimes }) => runtimes.some((name) => name.startsWith("node")));
  for (const program of programs) {
    it(program.id, async () => {
      const { seen, expected } = await compare(program, node, process.execPath);
      assert.deepEqual(seen, expected);
    }).timeout(30_000);
  }
});
