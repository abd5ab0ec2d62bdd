import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, statSync, type Stats } from "node:fs";

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

/** The text of a file without its byte order mark; null where it cannot be read, is no file or holds more than so many bytes. */
export function textOf(path: string, largest: number): string | null {
  return textAndStat(path, largest).text;
}

/** The same, with what the file system says of it; null where it cannot be read. */
export function textAndStat(path: string, largest: number): { text: string | null; stat: Stats | null } {
  let stat: Stats | null = null;
  try {
    const descriptor = openSync(path, FLAGS);
    try {
      stat = fstatSync(descriptor);
      if (!stat.isFile() || stat.size > largest) return { text: null, stat };
      // Never more than was promised: some files of /proc say that they are empty and go on for ever.
      const bytes = Buffer.alloc(Math.min(stat.size || 65_536, largest));
      let length = 0;
      for (let got = 1; got > 0 && length < bytes.length; length += got)
        got = readSync(descriptor, bytes, length, bytes.length - length, null);
      const text = bytes.toString("utf8", 0, length);
      return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, stat };
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return { text: null, stat };
  }
}

/** Why that is null, as the beginning of a sentence. */
export function whyUnread(path: string, largest: number): string | null {
  try {
    if (statSync(path).size > largest) return "it is too large to be read";
    closeSync(openSync(path, FLAGS));
    return null;
  } catch (error) {
    return `it cannot be read: ${reasonOf(error)}`;
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
