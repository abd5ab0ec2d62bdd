const still = new Int32Array(new SharedArrayBuffer(4));

/** Waits without giving the event loop a turn. */
export function pause(milliseconds: number): void {
  Atomics.wait(still, 0, 0, milliseconds);
}

/**
 * Counts until two tries in a row, 20 ms apart, bring nothing more:
 * under load the kernel may deliver over loopback a moment after the sender's call has returned.
 */
export function countUntilQuiet(takeOne: () => boolean): number {
  let count = 0;
  for (let quiet = 0; quiet < 2; ) {
    if (takeOne()) {
      count++;
      quiet = 0;
    } else if (++quiet < 2) pause(20);
  }
  return count;
}
