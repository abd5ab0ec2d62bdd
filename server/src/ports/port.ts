export type Transport = "tcp" | "udp";

/** What is asked: a port of this machine, in the network namespace of this process. */
export interface Port {
  /** 1 to 65535. */
  number: number;
  transport: Transport;
}

/** A process that has a socket on the port. */
export interface Holder {
  pid: number;
  /** The name that it was started by, without its folder: `node`. */
  program: string;
  /** What a JavaScript runtime runs: relative to `directory` where it lies below it, else as it was given. Null elsewhere. */
  script: string | null;
  /** Its working directory; null where that may not be read. */
  directory: string | null;
  started: Date | null;
  /** Its effective user id; null where it ended meanwhile. */
  uid: number | null;
  /** Whether `uid` is that of this process. */
  yours: boolean;
  /** The local addresses of its sockets on the port, such as `::` or `127.0.0.1`. */
  addresses: readonly string[];
}

/** What the kernel's tables say about a port at one moment. */
export interface PortState extends Port {
  /**
   * `held`: a socket listens (TCP) or is bound (UDP); `connected`: none listens, and connections have it as their local port;
   * `free`: neither.
   */
  state: "free" | "held" | "connected";
  /** Processes with a socket that listens, is bound or, in the state `connected`, is connected; the oldest first. */
  holders: readonly Holder[];
  /** User ids of the sockets whose process was not determined, each once. */
  unknownOwners: readonly number[];
  /** Connections with this local port that are not in TIME_WAIT. Of TCP only. */
  connections: number;
  /** Connections with this local port in TIME_WAIT. Of TCP only. */
  timeWait: number;
}

/** Looks a port up; null where the machine cannot be asked. */
export type PortLookup = (port: Port) => PortState | null;
