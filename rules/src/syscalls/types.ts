/** What goes into `syscalls()` and what comes out. */

/** An option that is set: with its value, or with one that the source does not tell. Absent options are left out. */
export type Given<T> = { known: T } | "unknown";

/**
 * One operation on a socket, without a syntax tree.
 * The options are those that reach the socket: leave out what the API drops.
 */
export interface SocketCall {
  /**
   * The module and the method, as the catalogue names them: `net.Server#listen`, `https.Server#listen`, `dgram.Socket#bind`, `bun.serve`.
   * For a framework, the API of the runtime in which it ends (`http.Server#listen` for express).
   */
  api: string;
  op: "create" | "listen" | "bind" | "connect";
  transport: "tcp" | "udp";
  /** Listen and bind: the local host. Connect: the remote one. An address or a name. */
  host?: Given<string>;
  /** Listen and bind: the local port; absent is 0. Connect: the remote one. */
  port?: Given<number>;
  /** Address family, where the API states it: `udp6` of dgram, `family` of a connection. */
  family?: Given<4 | 6>;
  /** Connect: what a host name comes to, where that is known, in the order in which it is tried. */
  addresses?: readonly string[];
  /** Connect: whether the addresses of a name are tried one after the other; absent is the runtime's default. */
  autoSelectFamily?: Given<boolean>;
  /** Of a Unix domain socket or named pipe. */
  path?: Given<string>;
  /** An inherited descriptor. */
  fd?: Given<number>;
  backlog?: Given<number>;
  reusePort?: Given<boolean>;
  reuseAddr?: Given<boolean>;
  exclusive?: Given<boolean>;
  ipv6Only?: Given<boolean>;
  localAddress?: Given<string>;
  localPort?: Given<number>;
  /** Bind: where the call connects the datagram socket to, too. */
  peer?: { host: Given<string>; port: Given<number> };
  /** The multicast group that the socket joins. */
  membership?: Given<string>;
  /** It joins for the datagrams of one sender alone. */
  fromOneSender?: true;
  /** It joins before it binds. */
  joinsFirst?: true;
  /** Who makes the call in a program that uses node:cluster. */
  clusterRole?: "primary" | "worker";
  /** `cluster.schedulingPolicy`; absent is the platform's default. */
  schedulingPolicy?: "rr" | "none";
}

export interface Runtime {
  name: "node" | "bun" | "deno";
  /** Semver; absent is the newest. */
  version?: string;
}

export type Platform = "linux" | "darwin" | "win32";

export interface SyscallStep {
  /** The system call, by its POSIX name. */
  name: "socket" | "setsockopt" | "bind" | "listen" | "connect";
  args: string[];
  /** In a cluster, the process that makes the call when it is not the caller alone. */
  by?: "primary" | "worker";
  /** The option that has to be true for the call to be made, where its value is not known. */
  if?: string;
  /** What is peculiar about the call here. */
  note?: string;
  /** The code of the error in which it always ends here. Nothing follows it, unless it stands under a condition. */
  fails?: string;
}
