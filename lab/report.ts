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
  /** Set when a step that the experiment needs was refused: which, and the errno. */
  readonly refused?: string;
  /** The run with its mechanism removed. */
  readonly isControl?: true;
  readonly expected: Expectations;
  readonly observed: Observed;
  /** Disagreements of the two, in words. */
  readonly wrong: readonly string[];
  /** What it did, call by call. */
  readonly trace: readonly string[];
  readonly milliseconds: number;
}

/** Whether a run saw all that it should, or a control something else. */
export function passed(report: Report): boolean {
  return report.notRun === undefined && failure(report) === null;
}

/** What is wrong with a report that was run, in words, or null. */
export function failure({ isControl, error, refused, wrong }: Report): string | null {
  if (error !== undefined) return error;
  if (!isControl) return refused ?? (wrong.length === 0 ? null : wrong.join("\n"));
  // A control that cannot even be set up comes out differently as well.
  return refused === undefined && wrong.length === 0 ? "comes out the same with the mechanism removed" : null;
}
