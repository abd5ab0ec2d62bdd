import { readdirSync, statSync, type Stats } from "node:fs";
import { pathsOf } from "./paths.ts";
import { stampOf, textAndStat, textOf, whyUnread } from "./read-file.ts";

/** What a program is read from. Paths are absolute. Nothing here throws: what cannot be read is not there. */
export interface Files {
  /** The text of a file without its byte order mark; null where there is none, or none that is worth reading. */
  read(path: string): string | null;
  /** Another one whenever the text may be another; nothing is read for it. Null where there is no file. */
  stamp(path: string): string | null;
  kind(path: string): "file" | "directory" | null;
  /** The names in a directory, sorted; empty where it cannot be read. */
  list(directory: string): readonly string[];
  /** The directories among them that are no links, so that nobody walks in circles. */
  directories(directory: string): readonly string[];
  /** Why a file that is there has no text, as the beginning of a sentence; null where it has one, or nobody knows. */
  whyUnread?(path: string): string | null;
  /** Whether a path ends with the name of a link; null, or no such question, where nobody knows. */
  isLink?(path: string): boolean | null;
  /** Differs from the number before as soon as an answer may differ: whoever keeps conclusions drops them then. */
  version(): number;
  /** The same for everything but the texts of code: `read` and `stamp` of such a file may differ while this does not. */
  layout(): number;
}

export interface DiskFiles extends Files {
  /** Looks at the disk again at the next question, whatever was asked a moment ago. */
  refresh(): void;
}

export interface DiskOptions {
  /** How long what was seen counts as true, in milliseconds, if looking at it all takes next to no time. */
  fresh?: number;
  /** For a process that looks once and ends: what was seen is true, so that no file is asked when it was written. */
  once?: boolean;
  /** Larger files, in bytes, are not read: they are machine-made. */
  largest?: number;
  /** How many characters of text are kept. */
  kept?: number;
  now?: () => number;
}

/** A directory with more names than this was not laid out by hand. */
const MOST_NAMES = 20_000;

/** What a look at the disk has taken, this often, is the least time until the next one: a large project is not looked at all the time. */
const REST = 50;
/** But it comes before this many times the usual time have passed. */
const MOST = 10;

interface Seen {
  kind: "file" | "directory" | null;
  stamp: string;
}

/**
 * The disk, kept: after `fresh` milliseconds everything that was asked is compared with the disk once more, and `version`
 * changes only where something differs. A directory is listed once instead of asking for each name in it; a file is read
 * again when its modification time, size or inode differ. Named pipes, devices and sockets are not opened; a loop of links
 * is not there.
 */
export function diskFiles({
  once = false,
  fresh = once ? Infinity : 2000,
  largest = 1_000_000,
  kept = 64_000_000,
  now = Date.now,
}: DiskOptions = {}): DiskFiles {
  let version = 0;
  let since = now();
  let wait = fresh;
  const seen = new Map<string, Seen>();
  const names = new Map<string, Names>();
  const texts = new Map<string, { stamp: string; text: string | null }>();
  let size = 0;

  function refresh(): void {
    const started = now();
    let differs = false;
    for (const [path, { stamp }] of seen) {
      const found = lookAt(path);
      if (found.stamp !== stamp) differs = true;
      seen.set(path, found);
    }
    for (const [directory, { stamp }] of names)
      if (lookAt(directory).stamp !== stamp) {
        differs = true;
        names.delete(directory);
      }
    if (differs) version++;
    since = now();
    wait = Math.max(fresh, Math.min(REST * (since - started), MOST * fresh));
  }
  function current(): void {
    if (now() - since >= wait) refresh();
  }
  function look(path: string): Seen {
    let found = seen.get(path);
    if (!found) seen.set(path, (found = lookAt(path)));
    return found;
  }
  /** What is read for the first time says by the way when it was written. */
  function readFirst(path: string): string | null {
    const { text, stat } = textAndStat(path, largest);
    const found = stat ? seenAs(stat) : lookAt(path);
    seen.set(path, found);
    return keep(path, found.stamp, text);
  }
  function stampAt(path: string): string {
    return once ? "" : look(path).stamp;
  }
  function namesOf(directory: string): Names {
    let found = names.get(directory);
    if (!found) names.set(directory, (found = namesIn(directory)));
    return found;
  }
  function kindOf(path: string): "file" | "directory" | null {
    const { dirname, basename } = pathsOf(path);
    const directory = dirname(path);
    const among = directory === path ? null : namesOf(directory);
    if (!among?.isComplete) return look(path).kind;
    const kind = among.kinds.get(basename(path)) ?? null;
    return kind === "link" ? look(path).kind : kind;
  }
  function keep(path: string, stamp: string, text: string | null): string | null {
    forget(path);
    texts.set(path, { stamp, text });
    size += text?.length ?? 0;
    for (const oldest of texts.keys()) {
      if (size <= kept || oldest === path) break;
      forget(oldest);
    }
    return text;
  }
  function forget(path: string): void {
    size -= texts.get(path)?.text?.length ?? 0;
    texts.delete(path);
  }

  return {
    read(path) {
      current();
      if (kindOf(path) !== "file") {
        forget(path);
        return null;
      }
      if (!once && !seen.has(path)) return readFirst(path);
      const stamp = stampAt(path);
      const known = texts.get(path);
      return known?.stamp === stamp ? known.text : keep(path, stamp, textOf(path, largest));
    },
    stamp(path) {
      current();
      return kindOf(path) === "file" ? stampAt(path) : null;
    },
    kind(path) {
      current();
      return kindOf(path);
    },
    list(directory) {
      current();
      return namesOf(directory).all;
    },
    directories(directory) {
      current();
      return namesOf(directory).directories;
    },
    isLink(path) {
      current();
      const { dirname, basename } = pathsOf(path);
      const among = namesOf(dirname(path));
      const kind = among.kinds.get(basename(path));
      return kind === undefined && !among.isComplete ? null : kind === "link";
    },
    whyUnread: (path) => whyUnread(path, largest),
    version() {
      current();
      return version;
    },
    layout() {
      current();
      return version;
    },
    refresh,
  };
}

function lookAt(path: string): Seen {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat ? seenAs(stat) : { kind: null, stamp: "" };
  } catch {
    // No permission, a loop of links, a name that is too long or holds a NUL.
    return { kind: null, stamp: "" };
  }
}

function seenAs(stat: Stats): Seen {
  return { kind: stat.isFile() ? "file" : stat.isDirectory() ? "directory" : null, stamp: stampOf(stat) };
}

/** Asks the disk itself, and keeps nothing. */
export function kindOnDisk(path: string): "file" | "directory" | null {
  return lookAt(path).kind;
}

interface Names {
  all: readonly string[];
  directories: readonly string[];
  kinds: ReadonlyMap<string, "file" | "directory" | "link">;
  /** Whether a name that is not among them is not there. */
  isComplete: boolean;
  stamp: string;
}

function namesIn(directory: string): Names {
  const { kind, stamp } = lookAt(directory);
  const none: Names = { all: [], directories: [], kinds: new Map(), isComplete: kind !== "directory", stamp };
  if (kind !== "directory") return none;
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    if (entries.length > MOST_NAMES) return none;
    const kinds = new Map<string, "file" | "directory" | "link">();
    for (const entry of entries)
      if (entry.isFile()) kinds.set(entry.name, "file");
      else if (entry.isDirectory()) kinds.set(entry.name, "directory");
      else if (entry.isSymbolicLink()) kinds.set(entry.name, "link");
    return {
      all: entries.map(({ name }) => name).sort(),
      directories: [...kinds].flatMap(([name, each]) => (each === "directory" ? [name] : [])).sort(),
      kinds,
      isComplete: true,
      stamp,
    };
  } catch {
    // It may be entered, and not listed.
    return none;
  }
}
