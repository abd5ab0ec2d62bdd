import { closeSync, constants, openSync, readFileSync, type Stats } from "node:fs";

/** Opening a named pipe or a device waits for its other end, unless told not to; for a file on disk this means nothing. */
const FLAGS = constants.O_RDONLY | ((constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

/** The bytes of a file; a named pipe, which has none yet, counts as empty. @throws what the file system says */
export function readBytes(path: string): Buffer {
  const descriptor = openSync(path, FLAGS);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What the file system said, without code, call and path: "permission denied". */
export function reasonOf(error: unknown): string {
  return (error as Error).message.replace(/^[A-Z\d]+: |, \w+(?: '.*)?$/gs, "");
}

/** In milliseconds. The clock of a file system moves in steps, of 4 ms on most machines, and two writes in one step have one time. */
const STEP = 50;
let looks = 0;

/** Another one whenever a file may have been written, by its modification time, size and inode. That of a file which was written just now is good for one look. */
export function stampOf({ mtimeMs, size, ino }: Pick<Stats, "mtimeMs" | "size" | "ino">): string {
  const isNew = Math.abs(Date.now() - mtimeMs) < STEP;
  return `${mtimeMs} ${size} ${ino}${isNew ? ` look ${++looks}` : ""}`;
}
