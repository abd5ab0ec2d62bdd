import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import { isWildcard, type Consequences } from "./consequences.ts";

export function ofConnect(call: SocketCall, { environment: { runtime } }: RuleContext<object>): Consequences {
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
  const wildcard = call.localAddress !== "unknown" && isWildcard(call.localAddress.known);
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
