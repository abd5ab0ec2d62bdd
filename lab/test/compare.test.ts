import assert from "node:assert/strict";
import { disagreements, matches } from "../compare.ts";
import type { Expected, Value } from "../experiment.ts";
import { summary } from "../output.ts";
import { failure, passed, type Report } from "../report.ts";
import { atLeast, kernelVersion, parseVersion } from "../versions.ts";

const rows: readonly (readonly [expected: Expected, agrees: Value, differs: Value])[] = [
  ["EADDRINUSE", "EADDRINUSE", "EADDRNOTAVAIL"],
  ["bind EADDRINUSE", "bind EADDRINUSE", "EADDRINUSE"],
  [true, true, false],
  [10, 10, 11],
  [10, 10, "10"],
  [[], [], ["TIME_WAIT"]],
  [["TIME_WAIT"], ["TIME_WAIT"], []],
  [{ atLeast: 11 }, 11, 10],
  [{ atMost: 10 }, 10, 11],
  [{ between: [58, 60.5] }, 60, 61],
  [{ between: [58, 60.5] }, 58, 57.9],
  [{ oneOf: [3, 4] }, 4, 5],
  [{ not: "OK" }, "EINVAL", "OK"],
];

describe("expectations", () => {
  for (const [expected, agrees, differs] of rows) {
    it(`${JSON.stringify(expected)} agrees with ${JSON.stringify(agrees)}, not with ${JSON.stringify(differs)}`, () => {
      assert.ok(matches(expected, agrees));
      assert.ok(!matches(expected, differs));
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

  const wrong = ["connected: expected true, observed false"];

  it("fail when something else was seen, was refused or threw", () => {
    assert.equal(failure(report), null);
    assert.match(failure({ ...report, wrong }) ?? "", /observed false/);
    assert.equal(failure({ ...report, refused: "bind: EADDRINUSE" }), "bind: EADDRINUSE");
    assert.equal(failure({ ...report, error: "TypeError" }), "TypeError");
  });

  it("of a control fail when nothing else was seen, or when it threw", () => {
    const control = { ...report, isControl: true } as const;
    assert.match(failure(control) ?? "", /comes out the same/);
    assert.equal(failure({ ...control, wrong }), null);
    assert.equal(failure({ ...control, refused: "bind: EADDRINUSE" }), null);
    assert.equal(failure({ ...control, wrong, error: "TypeError" }), "TypeError");
    assert.ok(!passed({ ...control, wrong, notRun: "needs IPv6" }));
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
