import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { endianness } from "node:os";
import type { Holder, Port, PortState } from "./port.ts";
import { argumentsOf, bootTime, effectiveUid, kernelName, printable, programOf, startTime } from "./process-files.ts";
import { socketsOn, TCP_LISTEN, TCP_TIME_WAIT, type SocketEntry } from "./socket-table.ts";

/** For so many milliseconds processes are looked through. */
const PATIENCE = 40;
/** Descriptors of one process between two looks at the clock. */
const AT_ONCE = 64;

export interface PortSource {
  /** `/proc`, or a folder that looks like it. */
  root: string;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
  /** Whose processes are "yours". */
  uid: number;
  littleEndian: boolean;
}

/** This machine; null where there is no Linux to ask. */
export function thisMachine(): PortSource | null {
  if (process.platform !== "linux") return null;
  return {
    root: "/proc",
    now: () => performance.now(),
    uid: process.geteuid?.() ?? -1,
    littleEndian: endianness() === "LE",
  };
}

/**
 * Looks up who holds a port, in the network namespace of this process. Reads only, and never throws: what may not be
 * read, or is gone meanwhile, is left out.
 * @returns null where there is no table of sockets
 */
export function readPort(port: Port, source: PortSource): PortState | null {
  const tables = [port.transport, `${port.transport}6`].flatMap((name) => read(`${source.root}/net/${name}`) ?? []);
  if (tables.length === 0) return null;
  const entries = tables.flatMap((table) => socketsOn(table, port.number, source.littleEndian));
  const tcp = port.transport === "tcp";
  const ends = tcp ? entries.filter(({ state }) => state === TCP_LISTEN) : entries;
  const waiting = tcp ? entries.filter(({ state }) => state === TCP_TIME_WAIT) : [];
  const connected = tcp ? entries.filter(({ state }) => state !== TCP_LISTEN && state !== TCP_TIME_WAIT) : [];
  const shown = ends.length > 0 ? ends : connected;
  return {
    ...port,
    state: ends.length > 0 ? "held" : connected.length > 0 ? "connected" : "free",
    ...ownersOf(shown, source),
    connections: connected.length,
    timeWait: waiting.length,
  };
}

/** The processes that have these sockets open. */
function ownersOf(sockets: readonly SocketEntry[], source: PortSource): Pick<PortState, "holders" | "unknownOwners"> {
  // A connection that nobody has accepted yet, and one that its process has closed, have no file and no owner.
  const byInode = new Map(sockets.filter(({ inode }) => inode !== 0).map((each) => [each.inode, each]));
  if (byInode.size === 0) return { holders: [], unknownOwners: [] };
  const found = new Map<number, SocketEntry[]>();
  const owned = new Set<number>();
  const end = source.now() + PATIENCE;
  for (const pid of processes(source.root)) {
    if (source.now() > end) break;
    for (const inode of socketsOf(`${source.root}/${pid}/fd`, () => source.now() > end)) {
      const entry = byInode.get(inode);
      if (!entry) continue;
      owned.add(inode);
      const entries = found.get(pid) ?? [];
      found.set(pid, entries.includes(entry) ? entries : [...entries, entry]);
    }
  }
  const boot = bootTime(read(`${source.root}/stat`) ?? "");
  return {
    holders: [...found]
      .map(([pid, entries]) => holder(pid, entries, boot, source))
      .sort((a, b) => Number(a.started ?? 0) - Number(b.started ?? 0) || a.pid - b.pid),
    unknownOwners: uidsOf([...byInode.values()].filter(({ inode }) => !owned.has(inode))),
  };
}

function uidsOf(sockets: readonly SocketEntry[]): number[] {
  return [...new Set(sockets.map(({ uid }) => uid))].sort((a, b) => a - b);
}

/** Process ids, the newest first: a server that somebody works on was started not long ago. */
function processes(root: string): number[] {
  return entriesOf(root)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => b - a);
}

/** The inodes of the sockets that a process has open. */
function* socketsOf(folder: string, late: () => boolean): Generator<number> {
  let seen = 0;
  for (const name of entriesOf(folder)) {
    if (++seen % AT_ONCE === 0 && late()) return;
    const [, inode] = /^socket:\[(\d+)\]$/.exec(link(`${folder}/${name}`) ?? "") ?? [];
    if (inode !== undefined) yield Number(inode);
  }
}

function holder(pid: number, entries: readonly SocketEntry[], boot: number | null, { root, uid }: PortSource): Holder {
  const stat = read(`${root}/${pid}/stat`) ?? "";
  const since = startTime(stat);
  const directory = link(`${root}/${pid}/cwd`);
  const owner = effectiveUid(read(`${root}/${pid}/status`) ?? "");
  return {
    pid,
    ...programOf(argumentsOf(read(`${root}/${pid}/cmdline`) ?? ""), kernelName(stat), directory),
    directory: directory === null ? null : printable(directory),
    started: boot === null || since === null ? null : new Date((boot + since) * 1000),
    uid: owner,
    yours: owner === uid,
    addresses: [...new Set(entries.map(({ address }) => address))],
  };
}

function read(path: string): string | null {
  return quietly(() => readFileSync(path, "utf8"), null);
}

function link(path: string): string | null {
  return quietly(() => readlinkSync(path), null);
}

function entriesOf(folder: string): string[] {
  return quietly(() => readdirSync(folder), []);
}

/** Processes end at any time, and those of others may not be looked into. */
function quietly<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
