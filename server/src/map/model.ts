import type { LaunchCount, LaunchKind } from "../../../rules/src/program/launches/index.ts";

/** A place in a file; line and column from 1. */
export interface At {
  /** Absolute. */
  path: string;
  line: number;
  column: number;
}

/** The port of a listen. `number`: the constant, or the one that is taken where nothing else is configured; else null. */
export interface ListenPort {
  /**
   * `constant`; `default`: a constant stands behind a configured port; `configured`: nothing says which; `ephemeral`: the
   * kernel chooses; `path`: a Unix socket, which has none; `unknown`: not even that is known.
   */
  kind: "constant" | "default" | "configured" | "ephemeral" | "path" | "unknown";
  number: number | null;
  /** What is written for it, such as `process.env.PORT || 3000`; null for a constant, and where nothing is written. */
  text: string | null;
}

/** The local address of a listen, as far as it is constant, or the default of what opens it. Both are null where nothing is known. */
export interface ListenHost {
  address: string | null;
  /** What is written for it where it is not constant. */
  text: string | null;
}

/** Something that starts the program of a listen, in further processes or threads or in one. */
export interface Start {
  kind: LaunchKind;
  count: LaunchCount;
  /** The launch and the whole way from it to the listen were seen. */
  proven: boolean;
  /** Where the program begins, absolute; null where that is not known. */
  entry: string | null;
  /** Where the start is written; null where the settings of the host state it. */
  at: At | null;
}

/**
 * Who may open the port beside this listen: nobody; whoever sets `SO_REUSEPORT` or `SO_REUSEADDR` too, on every platform
 * that it is for or on Linux alone; the other workers, by the primary's socket. `maybe`: it depends on what is not constant.
 */
export type Sharing = "none" | "reusePort" | "reusePort-on-linux" | "reuseAddr" | "workers" | "maybe" | "unknown";

/** Why a listen fails, or makes another one fail: what a rule says of it. */
export interface Conflict {
  rule: string;
  /** Sentences, with Markdown's marks for code. */
  message: string;
  help: string | null;
  at: At;
  related: readonly { at: At; message: string }[];
}

/** A listen, or the bind of a datagram socket. */
export interface Listen {
  at: At;
  /** `server.listen()`. */
  call: string;
  transport: "tcp" | "udp" | "unix";
  port: ListenPort;
  host: ListenHost;
  sharing: Sharing;
  /** The proven ones first. */
  starts: readonly Start[];
  /** The files where programs begin that come to it, absolute. */
  programs: readonly string[];
  conflicts: readonly Conflict[];
}

/** What the code of a project opens. */
export interface PortMap {
  /** By port; those without a number last. */
  listens: readonly Listen[];
  /** How many files were looked at. */
  files: number;
}

const RANK: Readonly<Record<ListenPort["kind"], number>> = {
  constant: 0,
  default: 0,
  configured: 1,
  unknown: 2,
  ephemeral: 3,
  path: 4,
};

export function portMap(listens: readonly Listen[], files: number): PortMap {
  return { listens: listens.toSorted(inOrder), files };
}

function inOrder(a: Listen, b: Listen): number {
  return (
    RANK[a.port.kind] - RANK[b.port.kind] ||
    (a.port.number ?? 0) - (b.port.number ?? 0) ||
    compare(a.transport, b.transport) ||
    compare(a.port.text ?? "", b.port.text ?? "") ||
    compare(a.at.path, b.at.path) ||
    a.at.line - b.at.line ||
    a.at.column - b.at.column
  );
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
