import { fact, type FactId } from "../../../../rules/src/kernel/facts.ts";

/** A fact with the sentence about the code, where the fact's own first sentence is about something else. */
type Cause = FactId | { readonly fact: FactId; readonly text: string };

/** Where an error comes from: the most frequent cause first. Only codes that a bind, a listen or a connect gives stand here. */
const CAUSES = {
  EADDRINUSE: [
    "listener-blocks-reuse-addr",
    "node-listen-error-is-an-event",
    "node-local-address-exhaustion",
    "outgoing-connection-blocks-server-bind",
  ],
  EADDRNOTAVAIL: [
    "nonlocal-bind",
    "plain-connect-shares-by-destination",
    "disabled-ipv6-has-no-addresses",
    "node-local-port",
    "reverse-connect-is-duplicate",
  ],
  ENOTFOUND: ["node-host-in-brackets"],
  EACCES: [
    "low-ports-need-permission",
    { fact: "node-socket-path-errors", text: "listen() on a path in a folder that does not exist fails with EACCES." },
  ],
  ENOTSUP: [
    "reuse-port-unsupported",
    "udp-reuse-port-unsupported",
    {
      fact: "reuse-port-supported-platforms",
      text: "reusePort fails with ENOTSUP where libuv does not support it: on FreeBSD before 12 and illumos, for instance.",
    },
  ],
  EOPNOTSUPP: [
    "listen-needs-stream",
    {
      fact: "listen-needs-stream",
      text: "Node.js calls it ENOTSUP on Linux: no error of its own has the code EOPNOTSUPP.",
    },
  ],
  EINVAL: [
    "node-local-address-other-family",
    "deno-foreign-address",
    "dgram-address-family",
    "bind-once",
    {
      fact: "node-socket-path-errors",
      text: "In Node.js 24 and 26 listen() on a path of over 108 bytes fails with EINVAL.",
    },
  ],
  EAFNOSUPPORT: ["socket-family-mismatch", "bun-udp-socket-connects", "deno-local-address-other-family"],
  EEXIST: ["node-listen-fd-twice"],
  ECONNREFUSED: [
    "closed-port-refuses",
    "node-refused-name",
    "bun-local-address-other-family",
    {
      fact: "node-socket-path-errors",
      text: "connect() to a socket file that no process listens on any more fails with ECONNREFUSED.",
    },
  ],
  ECONNRESET: [
    {
      fact: "unread-data-sends-rst",
      text: "The peer closed while it had unread data: a RST, ECONNRESET, in place of a FIN.",
    },
    {
      fact: "closing-listener-resets-queue",
      text: "Its listener closed before the connection was accepted: ECONNRESET for all in the accept queue.",
    },
    { fact: "linger-zero-sends-rst", text: "The peer closed with SO_LINGER on and 0 seconds: ECONNRESET." },
  ],
  EISCONN: ["connect-once"],
  EALREADY: ["connect-once"],
  EINPROGRESS: [
    { fact: "connect-once", text: "The first connect() of a non-blocking socket gives EINPROGRESS: no failure yet." },
  ],
  ENOTCONN: [
    {
      fact: "connect-once",
      text: "getpeername(), recv() and shutdown() of a socket that is not connected fail with ENOTCONN.",
    },
    "node-ffi-socket-connect-at-once",
  ],
  ERR_SERVER_ALREADY_LISTEN: ["node-listen-twice", "node-listen-may-be-retried"],
  ERR_SERVER_NOT_RUNNING: ["node-listen-may-be-retried"],
  ERR_SOCKET_BAD_PORT: [
    "node-port-text",
    {
      fact: "node-port-as-string",
      text: 'In an options object text that is not a number throws ERR_SOCKET_BAD_PORT; listen("abc") makes a socket file.',
    },
  ],
  ERR_INVALID_ARG_VALUE: [
    "node-undefined-port-is-random",
    { fact: "node-port-text", text: "A bigint or a boolean as the port of listen() throws ERR_INVALID_ARG_VALUE." },
  ],
  ERR_INVALID_ARG_TYPE: ["node-local-address-types", "bun-flags"],
  ERR_INVALID_IP_ADDRESS: ["node-local-address-types"],
  ERR_SOCKET_ALREADY_BOUND: ["dgram-bind-once"],
  ERR_SOCKET_DGRAM_IS_CONNECTED: [
    {
      fact: "dgram-bind-once",
      text: "A second connect() of a dgram socket, or a send() to an address once it is connected, throws ERR_SOCKET_DGRAM_IS_CONNECTED.",
    },
  ],
  ERR_SOCKET_DGRAM_NOT_RUNNING: [
    { fact: "dgram-bind-once", text: "bind() of a dgram socket that is closed throws ERR_SOCKET_DGRAM_NOT_RUNNING." },
  ],
  AddrInUse: ["deno-reuse-port"],
  AddrNotAvailable: [
    {
      fact: "deno-foreign-address",
      text: "Deno.listen on an address that the machine does not have throws AddrNotAvailable; node:net in Deno gives EINVAL.",
    },
  ],
} as const satisfies Readonly<Record<string, readonly Cause[]>>;

export type ErrorCode = keyof typeof CAUSES;

/** Error codes that have a hover of their own wherever they stand. */
export const ERROR_CODES = Object.keys(CAUSES) as readonly ErrorCode[];

/** The causes of an error as the lines of a hover. */
export function causesOf(code: ErrorCode): readonly { fact: FactId; text: string }[] {
  const causes: readonly Cause[] = CAUSES[code];
  return causes.map((each) => (typeof each === "string" ? { fact: each, text: fact(each).summary } : each));
}

/** The facts behind an error code; none for another word. */
export function errorFactsOf(code: string): readonly FactId[] {
  return isErrorCode(code) ? [...new Set(causesOf(code).map((each) => each.fact))] : [];
}

export function isErrorCode(word: unknown): word is ErrorCode {
  return typeof word === "string" && Object.hasOwn(CAUSES, word);
}

/** Codes that have other causes as well, in files for instance: what calls the facts are about. */
const CALLS: Partial<Readonly<Record<ErrorCode, string>>> = {
  EACCES: "of `bind()` and `listen()`",
  EINVAL: "of `bind()`, `listen()` and `connect()`",
  EEXIST: "of `listen()`",
  ERR_INVALID_ARG_VALUE: "of `listen()`",
  ENOTFOUND: "of `listen()` and `bind()`",
  ERR_INVALID_ARG_TYPE: "of `listen()` and `connect()`",
};

/** " of `bind()` and `listen()`" behind a code that other calls give as well. */
export function callsOf(code: ErrorCode): string {
  const calls = CALLS[code];
  return calls === undefined ? "" : ` ${calls}`;
}
