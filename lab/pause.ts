const still = new Int32Array(new SharedArrayBuffer(4));

/** Waits without giving the event loop a turn. */
export function pause(milliseconds: number): void {
  Atomics.wait(still, 0, 0, milliseconds);
}

/**
 * Counts until five tries in a row, 20 ms apart, bring nothing more:
 * under load the kernel may deliver over loopback a moment after the sender's call has returned.
 */
export function countUntilQuiet(takeOne: () => boolean): number {
  let count = 0;
  for (let quiet = 0; quiet < 5;) {
    if (takeOne()) {
      count++;
      quiet = 0;
    } else if (++quiet < 5) pause(20);
  }
  return count;
}

/** The same for what is asked of another process. */
export async function countUntilQuietThere(takeOne: () => Promise<boolean>): Promise<number> {
  let count = 0;
  for (let quiet = 0; quiet < 5;) {
    if (await takeOne()) {
      count++;
      quiet = 0;
    } else if (++quiet < 5) pause(20);
  }
  return count;
}

/** CLOCK_MONOTONIC, by which the kernel dates TIME_WAIT, in milliseconds. */
export function monotonic(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}

/** Waits until a second of that clock is that many milliseconds old. */
export function pauseUntilWithinSecond(milliseconds: number): void {
  pause((1000 + milliseconds - (monotonic() % 1000)) % 1000);
}
