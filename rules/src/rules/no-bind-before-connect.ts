import { removeOption, setOption } from "../fixes/index.ts";
import { insertSetsockopt } from "../fixes/raw.ts";
import { NO_OPTIONS, type Finding, type Rule, type RuleContext, suggestion } from "../rule.ts";
import { isSet } from "../analysis/options.ts";
import { callsOn } from "../sockets/raw/descriptors.ts";
import { boundSocketUse } from "../sockets/bound-socket.ts";
import { outlives } from "../analysis/escape.ts";
import { hasForeignAgent, hasNoLocalPort, localAddressOf } from "../sockets/local-address.ts";
import { isWildcard } from "../sockets/host-text.ts";
import type { CallSite, RawSite } from "../sockets/site.ts";
import { allHold } from "../sockets/neutral-conditions.ts";

/**
 * A bind to port 0 reserves an ephemeral port for this source address, whatever the destination. IP_BIND_ADDRESS_NO_PORT puts that off until
 * connect(), where the port has to be free for one destination only; no runtime sets it.
 */
const rule: Rule = {
  name: "no-bind-before-connect",
  meta: {
    type: "problem",
    description: "Disallow binding a local address before a TCP connect without IP_BIND_ADDRESS_NO_PORT",
    recommended: "warn",
    messages: {
      address:
        "On Linux at most 28,232 connections at once, then {{error}}: `localAddress` holds a port for every one.",
      wildcard:
        "On Linux at most 28,232 connections at once, then {{error}}: the wildcard `localAddress` selects nothing.",
      boundSocket:
        "On Linux at most 28,232 sockets at once, then `bind EADDRINUSE` is thrown: `{{call}}` holds a port.",
      rawBind: "On Linux at most 28,232 sockets at once, then EADDRINUSE: `bind()` before `connect()` holds a port.",
      removeAddress: "Remove `localAddress`: the kernel chooses the same way without it.",
      keepAlive: "Keep connections open and use them again: `keepAlive: true`.",
      setNoPort: "Set IP_BIND_ADDRESS_NO_PORT before `bind()`.",
    },
    help: {
      address:
        "{{runtime}} cannot set IP_BIND_ADDRESS_NO_PORT. Keep connections open and reuse them, or connect without `localAddress`.",
      wildcard:
        "It still makes the socket bind and hold a port for every connection. Leave it out: the kernel chooses the same way.",
      boundSocket:
        "It holds its port whatever the destination is. Connect without it, unless the port has to be known before.",
      rawBind: "Set IP_BIND_ADDRESS_NO_PORT before `bind()`: `connect()` then chooses the port for its destination.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if (!context.environment.platforms.value.includes("linux")) return null;
    if (site.kind === "raw") return checkRaw(site, context);
    if (site.operation.bindsHandle) return checkBoundSocket(site, context);
    return site.op === "connect" && site.transport === "tcp" ? checkConnect(site, context) : null;
  },
};
export default rule;

const FACTS = ["node-local-address-exhaustion", "bind-zero-holds-port", "no-port-shares-by-destination"] as const;

function checkConnect(site: CallSite, { file, environment, typescript }: RuleContext<object>): Finding | null {
  const address = localAddressOf(site);
  if (!isSet(address) || address.value === "" || address.value === false) return null;
  const port = site.option("localPort");
  if (isSet(port) && port.value !== 0 && port.value !== "0") return null;
  if (hasNoLocalPort(site) || hasForeignAgent(site)) return null;
  if (allHold([...(address.conditions ?? []), ...site.conditions], "linux") === false) return null;
  const wildcard = address.state === "known" && isWildcard(address.value);
  // An Agent made for one request has none to use a connection for again: it would only hold the port longer.
  const keeper = site.operation.reusesConnectionsWith;
  const keep = () =>
    !wildcard && keeper && outlives(site.call) && site.option(keeper).state === "absent"
      ? setOption(file, site, keeper, "true", { typescript })
      : null;
  return {
    messageId: wildcard ? "wildcard" : "address",
    data: {
      runtime: { node: "Node", bun: "Bun", deno: "Deno" }[environment.runtime],
      // Deno's own HTTP client has words of its own for it (fact `deno-local-address-binds`).
      error: site.kind === "api" && site.api.startsWith("deno.") ? "`Address already in use`" : "`connect EADDRINUSE`",
    },
    at: address.at ?? site.name,
    facts: wildcard ? ["node-wildcard-local-address", ...FACTS] : FACTS,
    suggestions: () => [
      suggestion("removeAddress", wildcard ? removeOption(file, site, "localAddress") : null),
      suggestion("keepAlive", keep()),
    ],
  };
}

function checkBoundSocket(site: CallSite, { file }: RuleContext<object>): Finding | null {
  const port = site.option("port");
  if (port.state === "unknown" || (isSet(port) && port.value !== 0)) return null;
  const use = boundSocketUse(file, site);
  if (!use) return null;
  return {
    messageId: "boundSocket",
    data: { call: site.label.replace(/^new /, "") },
    at: site.name,
    related: [{ at: use, message: "The bound socket is handed to a connection here." }],
    facts: ["node-bound-socket", "bind-zero-holds-port"],
  };
}

function checkRaw(site: RawSite, { file, sites }: RuleContext<object>): Finding | null {
  if (site.op !== "bind" || site.stream !== true || site.handedOver) return null;
  if (site.endpoint.kind !== "ephemeral" || !site.endpoint.explicit) return null;
  const same = callsOn(site.fd, sites);
  const connect = same.find((each) => each.op === "connect" && each.call.range[0] > site.call.range[0]);
  // One that comes late is no-late-socket-option's.
  if (!connect || same.some((each) => each.sets === "IP_BIND_ADDRESS_NO_PORT" || each.sets === "unknown")) return null;
  return {
    messageId: "rawBind",
    at: site.name,
    related: [{ at: connect.name, message: "The connect." }],
    facts: ["bind-zero-holds-port", "no-port-shares-by-destination"],
    suggestions: () => [suggestion("setNoPort", insertSetsockopt(file, site, "IP_BIND_ADDRESS_NO_PORT"))],
  };
}
