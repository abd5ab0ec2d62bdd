import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { version } from "node:os";
import { disagreements } from "./compare.ts";
import { expectationsOf, type Experiment, type Need } from "./experiment.ts";
import { experiments } from "./experiments/index.ts";
import { openLab } from "./lab.ts";
import type { Report } from "./report.ts";
import { runtimePath } from "./runtime-paths.ts";
import { Refused } from "./tcp.ts";
import { kernelRelease, kernelVersion, parseVersion } from "./versions.ts";
import type { Host } from "./control.ts";

/**
 * Runs one experiment in the current network namespace, which should be a fresh one.
 * @param asControl with its mechanism removed
 */
export async function runOne(fact: string, asControl = false): Promise<Report> {
  const started = performance.now();
  const host: Host = {
    kernel: kernelVersion({ release: kernelRelease(), version: version() }),
    node: parseVersion(process.version),
  };
  const trace: string[] = [];
  const base = {
    fact,
    ...(asControl ? { isControl: true as const } : {}),
    ...{ kernel: kernelRelease(), node: process.version, expected: {}, observed: {}, wrong: [], trace },
  };
  const experiment = experiments.find((each) => each.fact === fact);
  if (experiment === undefined) return { ...base, error: `no experiment for ${fact}`, milliseconds: 0 };

  if (asControl && experiment.control === undefined)
    return { ...base, notRun: `has no control: ${experiment.noControl}`, milliseconds: 0 };
  const { lab, end } = openLab((line) => trace.push(line), asControl ? experiment.control : null);
  const elapsed = () => Math.round(performance.now() - started);
  try {
    lab.sys.up("lo");
    const notRun = missing(experiment, host) ?? (asControl ? experiment.control?.notOn?.(host) : null) ?? null;
    if (notRun !== null) return { ...base, notRun, milliseconds: elapsed() };
    const expected = expectationsOf(experiment, host);
    const observed = await experiment.run(lab);
    return { ...base, expected, observed, wrong: disagreements(expected, observed), milliseconds: elapsed() };
  } catch (error) {
    if (error instanceof Refused) return { ...base, refused: error.message, milliseconds: elapsed() };
    return {
      ...base,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      milliseconds: elapsed(),
    };
  } finally {
    await end();
  }
}

function missing(experiment: Experiment, host: Host): string | null {
  for (const need of experiment.needs ?? []) {
    const why = lacking(need);
    if (why !== null) return why;
  }
  return experiment.notOn?.(host) ?? null;
}

function lacking(need: Need): string | null {
  switch (need) {
    case "other users": {
      // In a user namespace of an ordinary user only one user id is mapped.
      const ids = Number(readFileSync("/proc/self/uid_map", "utf8").trim().split(/\s+/)[2]);
      return process.getuid?.() === 0 && ids > 1 ? null : "needs root, to act as two users";
    }
    case "IPv6":
      return existsSync("/proc/net/if_inet6") && readFileSync("/proc/self/net/if_inet6", "utf8").includes(" lo")
        ? null
        : "needs IPv6";
    case "express":
    case "undici":
      try {
        createRequire(process.argv[1] as string).resolve(need === "express" ? "express5" : need);
        return null;
      } catch {
        return `needs ${need}, which is not installed beside the lab`;
      }
    default:
      return runtimePath(need) === null ? `needs ${need}, installed by npm run lab:runtimes` : null;
  }
}
