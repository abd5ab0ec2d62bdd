import assert from "node:assert/strict";
import { disagreements, matches, turnedRound } from "../compare.ts";
import type { Expected, Value } from "../experiment.ts";
import { summary, survivors } from "../output.ts";
import type { Report } from "../report.ts";
import { atLeast, kernelVersion, parseVersion } from "../versions.ts";

const pairs: readonly (readonly [expected: Expected, observed: Value])[] = [
  ["EADDRINUSE", "EADDRINUSE"],
  ["EADDRNOTAVAIL", "EADDRNOTAVAIL"],
  ["bind EADDRINUSE", "bind EADDRINUSE"],
  ["OK", "OK"],
  [true, true],
  [10, 10],
  [[], []],
  [["TIME_WAIT"], ["TIME_WAIT"]],
  [{ atLeast: 11 }, 14],
  [{ atMost: 10 }, 7],
  [{ between: [58, 60.5] }, 60],
  [{ oneOf: [3, 4] }, 4],
  [{ not: "OK" }, "EINVAL"],
];

describe("expectations", () => {
  for (const [expected, observed] of pairs) {
    it(`${JSON.stringify(expected)} agrees with ${JSON.stringify(observed)}, and turned round it does not`, () => {
      assert.ok(matches(expected, observed));
      assert.ok(!matches(turnedRound(expected, observed), observed));
    });
  }

  it("a name that stands on one side only is a disagreement", () => {
    assert.deepEqual(disagreements({ a: 1 }, { a: 1 }), []);
    assert.equal(disagreements({ a: 1, b: 2 }, { a: 1 }).length, 1);
    assert.equal(disagreements({ a: 1 }, { a: 1, b: 2 }).length, 1);
  });
});

describe("reports", () => {
  const report: Report = {
    fact: "self-connect",
    kernel: "6.18.0",
    node: "v20.20.2",
    expected: { connected: true },
    observed: { connected: true },
    wrong: [],
    trace: [],
    milliseconds: 1,
  };

  it("name the expectations that survive being turned round", () => {
    assert.deepEqual(survivors(report), []);
    // Expected and observed disagree here, so the lie is what was seen.
    assert.deepEqual(survivors({ ...report, observed: { connected: false } }), ["self-connect: connected"]);
  });

  it("count what was not run as neither passed nor failed", () => {
    assert.equal(
      summary([report, { ...report, wrong: ["x"] }, { ...report, notRun: "needs IPv6" }, { ...report, error: "x" }]),
      "1 passed, 2 failed",
    );
  });
});

describe("versions", () => {
  it("reads releases, and Debian's version from uname -v", () => {
    assert.deepEqual(parseVersion("v22.12.0"), [22, 12, 0]);
    assert.deepEqual(kernelVersion({ release: "6.18.44-fc-v595", version: "#1 SMP" }), [6, 18, 44]);
    assert.deepEqual(
      kernelVersion({
        release: "6.1.0-56-cloud-amd64",
        version: "#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-16)",
      }),
      [6, 1, 192],
    );
  });

  it("compares by number", () => {
    assert.ok(atLeast([6, 18, 0], 6, 1, 31));
    assert.ok(!atLeast([6, 1, 30], 6, 1, 31));
    assert.ok(!atLeast([5, 20, 0], 6));
  });
});
