import type { Run } from "../../rules/src/process/run.ts";
import type { Runs } from "../../rules/src/runs/index.ts";

/** A project in which every file runs in these ways, and in which no other file says anything about it. */
export function runsAs(runs: readonly Run[]): Runs {
  return {
    of: () => runs,
    every: () => runs,
    roots: () => [],
    tests: () => [],
    loads: () => false,
    problems: () => [],
    load: () => null,
    peek: () => null,
    callersOf: () => null,
    loadOf: () => null,
    othersSetOptions: () => false,
    othersExchangeAgent: () => false,
    companions: () => [],
    affected: () => () => false,
    refresh: () => {},
  };
}
