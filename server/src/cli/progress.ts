import type { Output } from "./streams.ts";

/** A scan shorter than this, in milliseconds, shows no progress. */
const PATIENCE = 500;
/** Between two writes, in milliseconds. */
const PAUSE = 100;

export interface Progress {
  /** Reports how many files are done. */
  step(done: number): void;
  /** Takes the line away again. */
  clear(): void;
}

/** One line on a terminal that is written over as files are done; nothing elsewhere. */
export function progressOn(stream: Output, total: number, now: () => number = () => performance.now()): Progress {
  if (stream.isTTY !== true) return { step() {}, clear() {} };
  let shown = false;
  let next = now() + PATIENCE;
  return {
    step(done) {
      const time = now();
      if (time < next) return;
      next = time + PAUSE;
      shown = true;
      stream.write(`\r\u001B[2KChecked ${done} of ${total} files`);
    },
    clear() {
      if (shown) stream.write("\r\u001B[2K");
      shown = false;
    },
  };
}
