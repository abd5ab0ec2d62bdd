/** Files that are linted without a pause of so many milliseconds are linted in one run. */
const PAUSE = 1000;

/** The time as a run sees it: it stands still as long as files come one after the other. */
export interface RunClock {
  /** Another file has come. */
  tick(): void;
  /** When the run began, in milliseconds. */
  now(): number;
}

/**
 * A clock for a host that lints a folder at one go, or one file again and again: in a run of thousands of files nobody wants
 * the disk to be looked at every few seconds, and after a pause somebody may have saved a file.
 */
export function runClock(now: () => number = Date.now): RunClock {
  let last = now();
  let start = last;
  return {
    tick() {
      const time = now();
      if (time - last >= PAUSE) start = time;
      last = time;
    },
    now: () => start,
  };
}
