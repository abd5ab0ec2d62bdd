import assert from "node:assert/strict";
import { mayClose } from "../../src/sockets/closing.ts";
import { callsIn } from "./sites.ts";

const NET =
  'import net from "node:net";\nimport { once } from "node:events";\nconst a = net.createServer();\nconst b = net.createServer();\n';

/** Whether the first of two listens may be closed before the second. */
function closesBetween(between: string): boolean {
  const [first, second] = callsIn(`${NET}a.listen(3000);\n${between}\nb.listen(3000);`).filter(
    ({ op }) => op === "listen",
  );
  if (!first || !second) return assert.fail("two listens");
  return mayClose(first, first.name, second.name);
}

describe("between two listens", () => {
  const cases: [code: string, closes: boolean][] = [
    ["", false],
    ["a.close();", true],
    ["await a.close();", true],
    ["a.close(() => {});", true],
    ["b.close();", false],
    ['await once(a, "close");', true],
    ['await once(a, "listening");', false],
    ["stopEverything();", true],
    ["await shutdown(a);", true],
    ["for (const each of all) each.close();", true],
    ["a.on('close', done);", false],
    ["console.log('close()');", false],
    ["process.on('SIGTERM', () => a.close());", false],
    ["a.on('connection', () => a.close());", false],
    ["setTimeout(() => a.close(), 10);", true],
  ];
  for (const [code, closes] of cases)
    it(`${code || "nothing"}: the first ${closes ? "may be" : "is not"} closed`, () =>
      assert.equal(closesBetween(code), closes));
});
