import type { Expectations, Observed } from "./experiment.ts";

/** What a process that ran one experiment hands back. */
export interface Report {
  readonly fact: string;
  /** `uname -r` of the kernel and `process.version` of the Node.js it ran on. */
  readonly kernel: string;
  readonly node: string;
  /** Set when the machine lacks what the experiment needs: why. */
  readonly notRun?: string;
  /** Set when it threw. */
  readonly error?: string;
  readonly expected: Expectations;
  readonly observed: Observed;
  /** Disagreements of the two, in words. */
  readonly wrong: readonly string[];
  /** What it did, call by call. */
  readonly trace: readonly string[];
  readonly milliseconds: number;
}

export function passed(report: Report): boolean {
  return report.notRun === undefined && report.error === undefined && report.wrong.length === 0;
}
