import { closeSync, constants, openSync, readFileSync } from "node:fs";

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
