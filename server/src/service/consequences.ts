import type { FactId } from "../../../rules/src/kernel/facts.ts";
import type { RuleContext } from "../../../rules/src/rule.ts";
import { reuseOf } from "../../../rules/src/sockets/reuse.ts";
import type { CallSite, RawOption, RawSite, Site } from "../../../rules/src/sockets/site.ts";
import type { SocketCall } from "../../../rules/src/syscalls/index.ts";
import type { ErrorCode } from "./document.ts";

/** What comes of a call, a fact a question; and what else is worth knowing. */
export interface Consequences {
  secondProcess?: FactId;
  restart?: FactId;
  /** macOS and Windows in one sentence, or one each. */
  elsewhere?: readonly FactId[];
  exhausted?: FactId;
  also: readonly FactId[];
}

const WILDCARD = /^(?:|::|::0|0\.0\.0\.0)$/;
/** The default of net.ipv4.ip_local_port_range. */
const EPHEMERAL = [32768, 60999] as const;

/** Facts about a site; `call` is what it asks of the runtime on Linux, `away` on macOS and on Windows: a guard may tell them apart. */
export function consequencesOf(
  site: Site,
  call: SocketCall | null,
  away: readonly SocketCall[],
  context: RuleContext<object>,
): Consequences {
  if (site.kind === "raw") return ofRaw(site);
  if (site.operation.endsIn === "native") return ofNative(site, context);
  if (!call || call.path !== undefined) return { also: [] };
  if (call.op === "connect") return ofConnect(call, context);
  if (call.transport === "udp") return ofDatagram(call, away, context);
  if (call.api === "net.BoundSocket") return ofBoundSocket(call, away);
  return ofListen(call, away, context);
}

/** A library opens the socket itself: of that nothing is known but whether it shares the port. */
function ofNative(site: CallSite, { environment }: RuleContext<object>): Consequences {
  const reuse = reuseOf(site, environment);
  const second: FactId | undefined =
    reuse.state === "default" ? reuse.fact : reuse.state === "stated" ? "listener-blocks-reuse-addr" : undefined;
  return { ...(second && { secondProcess: second }), also: [] };
}

const isTrue = (value: SocketCall["reusePort"]): boolean => value !== undefined && value !== "unknown" && value.known;
const mayBeTrue = (value: SocketCall["reusePort"]): boolean => value === "unknown" || isTrue(value);

function ofListen(
  call: SocketCall,
  away: readonly SocketCall[],
  { environment: { runtime } }: RuleContext<object>,
): Consequences {
  const node = runtime === "node";
  if (call.fd !== undefined)
    return {
      also: node
        ? [call.clusterRole === "worker" ? "cluster-fd-is-the-primarys" : "node-reuse-port-fd", "child-holds-listener"]
        : [],
    };
  const shares = isTrue(call.reusePort);
  const mayShare = mayBeTrue(call.reusePort);
  const chosen = call.port === undefined || (call.port !== "unknown" && call.port.known === 0);
  const worker = call.clusterRole === "worker" && node;
  const host = call.host === undefined ? "" : call.host === "unknown" ? null : call.host.known;
  const inRange =
    call.port !== undefined &&
    call.port !== "unknown" &&
    call.port.known >= EPHEMERAL[0] &&
    call.port.known <= EPHEMERAL[1];
  const second: FactId | undefined = worker
    ? shares
      ? "cluster-reuse-port-bypasses-primary"
      : isTrue(call.exclusive)
        ? "cluster-exclusive-conflicts"
        : chosen
          ? "cluster-port-zero"
          : "cluster-shares-by-default"
    : chosen
      ? mayShare
        ? node
          ? "node-reuse-port-port-zero"
          : "tcp-port-zero-never-shares"
        : undefined
      : shares
        ? "second-copy-splits-silently"
        : mayShare
          ? "reuse-port-needs-all"
          : runtime === "bun" && call.api === "bun.serve"
            ? "bun-does-not-share-by-default"
            : runtime === "deno" && call.api.startsWith("deno.")
              ? "deno-reuse-port"
              : "listener-blocks-reuse-addr";
  const elsewhere: readonly FactId[] = away.some((each) => mayBeTrue(each.reusePort))
    ? [
        (
          {
            node: "reuse-port-unsupported",
            bun: "bun-reuse-port-elsewhere",
            deno: "deno-reuse-port-elsewhere",
          } as const
        )[runtime],
      ]
    : node
      ? ["unix-libuv-sets-reuse-addr", "windows-sets-no-reuse-addr"]
      : [];
  return {
    ...(second && { secondProcess: second }),
    ...(!chosen && {
      restart:
        host !== null && WILDCARD.test(host) ? "wildcard-restart-over-time-wait" : "reuse-addr-works-across-processes",
    }),
    elsewhere,
    ...(chosen
      ? { exhausted: "tcp-port-zero-never-shares" as const }
      : inRange
        ? { exhausted: "outgoing-connection-blocks-server-bind" as const }
        : {}),
    also: [
      ...(mayShare && node
        ? (["node-reuse-port-versions", "reuse-port-same-user", "node-reuse-port-mutates-options"] as const)
        : mayShare
          ? (["reuse-port-same-user"] as const)
          : []),
      ...(call.exclusive !== undefined && node && !worker ? (["node-exclusive-is-no-socket-option"] as const) : []),
      ...(call.host === undefined && node ? (["node-listens-dual-stack"] as const) : []),
      ...(inRange ? (["reserved-ports"] as const) : []),
      ...(node ? (["node-listen-error-is-an-event"] as const) : []),
    ],
  };
}

function ofConnect(call: SocketCall, { environment: { runtime } }: RuleContext<object>): Consequences {
  const node = runtime === "node";
  const port = call.localPort === "unknown" || (call.localPort?.known ?? 0) !== 0;
  if (port) {
    return {
      restart: "bound-port-reconnects-over-time-wait",
      exhausted: "fixed-local-port",
      elsewhere: node ? ["unix-libuv-sets-reuse-addr", "windows-sets-no-reuse-addr"] : [],
      also: node ? ["node-local-port", "node-agent-pool-key"] : [],
    };
  }
  if (call.localAddress === undefined)
    return { exhausted: "plain-connect-shares-by-destination", also: node ? ["node-keep-alive-saves-ports"] : [] };
  const wildcard = call.localAddress !== "unknown" && WILDCARD.test(call.localAddress.known);
  return {
    secondProcess: "bind-zero-limit-per-address",
    elsewhere: node ? ["unix-libuv-sets-reuse-addr", "windows-sets-no-reuse-addr"] : [],
    exhausted: (
      {
        node: "node-local-address-exhaustion",
        bun: "bun-local-address-binds",
        deno: "deno-local-address-binds",
      } as const
    )[runtime],
    also: [
      ...(wildcard && node ? (["node-wildcard-local-address"] as const) : []),
      "no-port-shares-by-destination",
      ...(node ? (["node-keep-alive-saves-ports"] as const) : []),
      "churn-with-bind-zero",
    ],
  };
}

function ofBoundSocket(call: SocketCall, away: readonly SocketCall[]): Consequences {
  const chosen = call.port === undefined || (call.port !== "unknown" && call.port.known === 0);
  return {
    secondProcess: isTrue(call.reusePort) ? "second-copy-splits-silently" : "listener-blocks-reuse-addr",
    elsewhere: away.some((each) => mayBeTrue(each.reusePort))
      ? ["reuse-port-unsupported"]
      : ["unix-libuv-sets-reuse-addr", "windows-sets-no-reuse-addr"],
    ...(chosen && { exhausted: "bind-zero-holds-port" as const }),
    also: ["node-bound-socket"],
  };
}

function ofDatagram(
  call: SocketCall,
  away: readonly SocketCall[],
  { environment: { runtime } }: RuleContext<object>,
): Consequences {
  const node = runtime === "node";
  const chosen = call.port === undefined || (call.port !== "unknown" && call.port.known === 0);
  const reuse = isTrue(call.reuseAddr);
  const share = isTrue(call.reusePort);
  const second: FactId | undefined = chosen
    ? reuse || share
      ? "udp-port-zero-shares"
      : undefined
    : call.clusterRole === "worker" && node && !share && !isTrue(call.exclusive)
      ? "cluster-dgram"
      : call.membership !== undefined
        ? reuse || share
          ? "udp-multicast-to-all"
          : "multicast-receiver-needs-reuse-addr"
        : share
          ? "udp-reuse-port-flow-hash"
          : reuse
            ? "udp-reuse-addr-last-takes-all"
            : node
              ? "dgram-plain-bind-sets-nothing"
              : undefined;
  const elsewhere: readonly FactId[] = !node
    ? []
    : away.some((each) => mayBeTrue(each.reusePort))
      ? ["udp-reuse-port-unsupported"]
      : away.some((each) => mayBeTrue(each.reuseAddr))
        ? ["udp-reuse-addr-platforms"]
        : [];
  return {
    ...(second && { secondProcess: second }),
    restart: "udp-close-loses-queue",
    elsewhere,
    ...(chosen && { exhausted: "udp-connect-takes-a-whole-port" as const }),
    also: [
      ...(reuse && !chosen ? (["udp-reuse-addr-no-user-check"] as const) : []),
      ...(call.reusePort !== undefined && node ? (["dgram-reuse-port-versions"] as const) : []),
      ...(runtime === "bun" && (call.reuseAddr !== undefined || call.reusePort !== undefined)
        ? (["bun-dgram-reuse"] as const)
        : []),
      ...(runtime === "deno" ? (["deno-datagram-options"] as const) : []),
    ],
  };
}

function ofRaw(site: RawSite): Consequences {
  const udp = site.stream === false;
  switch (site.op) {
    case "setsockopt":
      return site.sets === null ? { also: [] } : ofOption(site.sets, udp);
    case "bind":
      return site.endpoint.kind === "ephemeral" && !udp
        ? { exhausted: "bind-zero-holds-port", also: ["no-port-shares-by-destination", "no-port-before-bind"] }
        : { also: udp ? [] : ["time-wait-blocks-plain-bind", "reuse-addr-works-across-processes"] };
    case "listen":
      return {
        secondProcess: "listener-blocks-reuse-addr",
        restart: "time-wait-blocks-plain-bind",
        also: ["reuse-addr-works-across-processes"],
      };
    default:
      return udp
        ? { exhausted: "udp-connect-takes-a-whole-port", also: [] }
        : { exhausted: "plain-connect-shares-by-destination", also: ["bind-zero-holds-port"] };
  }
}

/** What a socket option does, whoever sets it. */
export function ofOption(option: RawOption, udp: boolean): Consequences {
  switch (option) {
    case "SO_REUSEADDR":
      return udp
        ? {
            secondProcess: "udp-reuse-addr-last-takes-all",
            also: ["udp-reuse-addr-no-user-check", "udp-port-zero-shares"],
          }
        : {
            secondProcess: "listener-blocks-reuse-addr",
            restart: "reuse-addr-works-across-processes",
            also: ["old-socket-needs-reuse-addr"],
          };
    case "SO_REUSEPORT":
      return udp
        ? { secondProcess: "udp-reuse-port-flow-hash", also: ["reuse-port-before-bind"] }
        : {
            secondProcess: "second-copy-splits-silently",
            restart: "reuse-port-restart",
            also: ["reuse-port-needs-all", "reuse-port-before-bind", "reuse-port-same-user"],
          };
    case "IP_BIND_ADDRESS_NO_PORT":
      return udp
        ? { exhausted: "no-port-does-not-help-udp", also: [] }
        : {
            exhausted: "no-port-shares-by-destination",
            also: ["no-port-before-bind", "no-port-needs-port-zero", "no-port-delays-port"],
          };
    default:
      return { also: [] };
  }
}

/** Where an error comes from. */
export const ERROR_FACTS: Readonly<Record<ErrorCode, readonly FactId[]>> = {
  EADDRINUSE: [
    "listener-blocks-reuse-addr",
    "node-listen-error-is-an-event",
    "node-local-address-exhaustion",
    "outgoing-connection-blocks-server-bind",
  ],
  EADDRNOTAVAIL: ["plain-connect-shares-by-destination", "node-local-port", "reverse-connect-is-duplicate"],
  ENOTSUP: ["reuse-port-unsupported", "udp-reuse-port-unsupported", "reuse-port-supported-platforms"],
};
