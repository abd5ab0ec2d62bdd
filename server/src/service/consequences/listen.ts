import type { FactId } from "../../../../rules/src/kernel/facts.ts";
import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import { isChosen, isTrue, isWildcard, mayBeTrue, type Consequences } from "./consequences.ts";

/** The default of net.ipv4.ip_local_port_range. */
const EPHEMERAL = [32768, 60999] as const;

export function ofListen(
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
  const chosen = isChosen(call);
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
        host !== null && isWildcard(host) ? "wildcard-restart-over-time-wait" : "reuse-addr-works-across-processes",
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

export function ofBoundSocket(call: SocketCall, away: readonly SocketCall[]): Consequences {
  const chosen = isChosen(call);
  return {
    secondProcess: isTrue(call.reusePort) ? "second-copy-splits-silently" : "listener-blocks-reuse-addr",
    elsewhere: away.some((each) => mayBeTrue(each.reusePort))
      ? ["reuse-port-unsupported"]
      : ["unix-libuv-sets-reuse-addr", "windows-sets-no-reuse-addr"],
    ...(chosen && { exhausted: "bind-zero-holds-port" as const }),
    also: ["node-bound-socket"],
  };
}
