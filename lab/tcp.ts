import type { Outcome, SocketOptions, Syscalls } from "./syscalls.ts";

const lo = "127.0.0.1";

/** A listening socket; throws when it cannot be had. */
export function listener(
  sys: Syscalls,
  host: string,
  port: number,
  options: SocketOptions & { backlog?: number } = {},
): number {
  const fd = sys.socket({ v6: host.includes(":"), ...options });
  must(sys.bind(fd, host, port), "bind");
  must(sys.listen(fd, options.backlog), "listen");
  return fd;
}

/** Tries to bind and then closes again: "OK" or the errno of bind(). */
export function tryBind(sys: Syscalls, host: string, port: number, options: SocketOptions = {}): Outcome {
  const fd = sys.socket({ v6: host.includes(":"), ...options });
  const outcome = sys.bind(fd, host, port);
  sys.close(fd);
  return outcome;
}

/** Tries to bind and listen and then closes again: "OK", or the call that failed with its errno. */
export function tryListen(sys: Syscalls, host: string, port: number, options: SocketOptions = {}): Outcome {
  const fd = sys.socket({ v6: host.includes(":"), ...options });
  const bound = sys.bind(fd, host, port);
  const outcome = bound === "OK" ? sys.listen(fd) : bound;
  sys.close(fd);
  return outcome === "OK" ? "OK" : `${bound === "OK" ? "listen" : "bind"} ${outcome}`;
}

export interface Pair {
  client: number;
  accepted: number;
}

/** A connection to a listener of this process. */
export function pair(sys: Syscalls, server: number, port: number, host = lo): Pair {
  const client = sys.socket({ v6: host.includes(":") });
  must(sys.connect(client, host, port), "connect");
  return { client, accepted: descriptor(sys.accept(server)) };
}

/** Leaves a TIME_WAIT on a server's port: the server's end closes first. Returns with nothing else open. */
export function leaveTimeWait(
  sys: Syscalls,
  port: number,
  options: SocketOptions & { host?: string; connectTo?: string; onAccepted?: (fd: number) => void } = {},
): void {
  const { host = lo, connectTo = lo, onAccepted, ...rest } = options;
  const server = listener(sys, host, port, rest);
  const { client, accepted } = pair(sys, server, port, connectTo);
  onAccepted?.(accepted);
  sys.close(accepted);
  sys.close(client);
  sys.close(server);
}

/** Connects a new socket; "OK" with its descriptor, or the call that failed with its errno. The socket stays open. */
export function dial(
  sys: Syscalls,
  from: { host: string; port?: number } | null,
  to: { host: string; port: number },
  options: SocketOptions = {},
): { fd: number; outcome: Outcome } {
  const fd = sys.socket({ v6: to.host.includes(":"), ...options });
  const bound = from === null ? "OK" : sys.bind(fd, from.host, from.port ?? 0);
  const outcome = bound === "OK" ? sys.connect(fd, to.host, to.port) : bound;
  if (outcome === "OK") return { fd, outcome };
  sys.close(fd);
  return { fd: -1, outcome: `${bound === "OK" ? "connect" : "bind"} ${outcome}` };
}

/** Connects to each destination in turn until one fails; how many worked, and the first failure. */
export function exhaust(
  sys: Syscalls,
  from: { host: string } | null,
  destinations: readonly { host: string; port: number }[],
  options: SocketOptions = {},
  most = 1000,
): { fds: number[]; failure: Outcome } {
  const fds: number[] = [];
  for (let turn = 0; turn < most; turn++) {
    const failures = destinations.map((to) => {
      const { fd, outcome } = dial(sys, from, to, options);
      if (outcome === "OK") fds.push(fd);
      return outcome;
    });
    if (failures.every((each) => each !== "OK")) return { fds, failure: failures.at(-1) as Outcome };
  }
  return { fds, failure: "none" };
}

/** A step that had to work for the experiment to go on did not. */
export class Refused extends Error {}

export function must(outcome: Outcome, what: string): void {
  if (outcome !== "OK") throw new Refused(`${what}: ${outcome}`);
}

export function descriptor(value: number | Outcome): number {
  if (typeof value !== "number") throw new Refused(`accept: ${value}`);
  return value;
}
