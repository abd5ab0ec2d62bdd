import type { FactId } from "../../../../rules/src/kernel/facts.ts";
import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import { isChosen, isTrue, mayBeTrue, type Consequences } from "./consequences.ts";

export function ofDatagram(
  call: SocketCall,
  away: readonly SocketCall[],
  { environment: { runtime } }: RuleContext<object>,
): Consequences {
  const node = runtime === "node";
  const chosen = isChosen(call);
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
