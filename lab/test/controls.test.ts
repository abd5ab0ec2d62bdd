import assert from "node:assert/strict";
import { disagreements } from "../compare.ts";
import { expectationsOf } from "../experiment.ts";
import { experiments } from "../experiments/index.ts";
import { recordedKernels, verdict, versionOf } from "../kernels/results.ts";
import { experimentHashes } from "../hash.ts";
import { failure, type Report } from "../report.ts";
import { parseVersion } from "../versions.ts";
import type { Host } from "../control.ts";

describe("controls", () => {
  it("are there for every experiment, or a reason why there is nothing to remove", () => {
    for (const { fact, control, noControl } of experiments)
      if (control === undefined) assert.ok(noControl.length > 20, fact);
      else
        assert.ok(
          (control.without?.length ?? 0) > 0 || control.sysctls || control.oneUser || control.changes,
          `${fact}: the control changes nothing`,
        );
  });

  it("notice an experiment that only says what was recorded, whatever it ought to do", async () => {
    const results = (await recordedKernels()).at(-2)!;
    const host: Host = { kernel: parseVersion(versionOf(results)), node: parseVersion(results.node) };
    const hashes = await experimentHashes();
    const controlled = experiments.filter(({ control }) => control !== undefined && control.notOn?.(host) == null);
    assert.ok(controlled.length > experiments.length - 15, "nearly all have a control that can run");
    for (const experiment of controlled) {
      const recorded = results.facts[experiment.fact];
      // What was recorded of another experiment says nothing; that not too many are stale is tested elsewhere.
      if (recorded === undefined || verdict(results, experiment.fact, hashes) !== "pass") continue;
      const expected = expectationsOf(experiment, host);
      const wrong = disagreements(expected, recorded.observed);
      // Such a fake passes as the run, and because its control sees the same the lab fails.
      const said: Report = {
        ...{ fact: experiment.fact, kernel: results.kernel, node: results.node, trace: [], milliseconds: 0 },
        ...{ expected, observed: recorded.observed, wrong },
      };
      assert.equal(failure(said), null, experiment.fact);
      assert.match(failure({ ...said, isControl: true }) ?? "", /comes out the same/, experiment.fact);
    }
  });
});
