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
  const own = `node-${process.versions.node.split(".")[0]}`;
  const programs = runtimePrograms.filter(({ runtimes }) =>
    runtimes.some((name) => name === "node-20" || name === own),
  );
  for (const program of programs) {
    it(program.id, async () => {
      const { same, seen, expected } = await compare(program, node, process.execPath);
      if (!same) assert.deepEqual(seen, expected);
    }).timeout(30_000);
  }
});
