import assert from "node:assert/strict";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { denseProgram, denseShapes, denseUses, longProgram, longPrograms } from "./dense-programs.ts";

/** Twice as many would take for ever where each step doubles the ways; where each node is looked at once, it is nothing. */
const SIZE = 20;

describe("programs that are dense or long", () => {
  /** A check that does not end would keep the tests from going on. */
  let child: ChildProcess;
  before(() => {
    child = fork(fileURLToPath(new URL("dense-child.ts", import.meta.url)), { execArgv: ["--import", "tsx"] });
  });
  after(() => child.kill());

  for (const shape of Object.keys(denseShapes))
    it(`are checked to the end: ${shape}`, async () => {
      for (const use of Object.keys(denseUses)) {
        child.send(denseProgram(shape, use, SIZE));
        const [found] = (await once(child, "message")) as [string[]];
        assert.ok(!found.some((message) => /could not|too /i.test(message)), `${use}: ${found.join("\n")}`);
      }
    }).timeout(60_000);

  for (const name of Object.keys(longPrograms))
    it(`are checked to the end: ${name}`, async () => {
      child.send(longProgram(name));
      const [found] = (await once(child, "message")) as [string[]];
      assert.ok(
        found.some((message) => message.includes("EADDRINUSE")),
        found.join("\n"),
      );
    }).timeout(60_000);
});
