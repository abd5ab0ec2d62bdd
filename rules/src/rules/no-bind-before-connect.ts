import { removeOption, setOption } from "../fixes/index.ts";
import { insertSetsockopt } from "../fixes/raw.ts";
import { NO_OPTIONS, type Finding, type Rule, type RuleContext, suggestion } from "../rule.ts";
import { isSet } from "../analysis/options.ts";
import { callsOn } from "../sockets/raw/descriptors.ts";
import { boundSocketUse } from "../sockets/bound-socket.ts";
import { outlives } from "../analysis/escape.ts";
import { hasForeignAgent, hasNoLocalPort, localAddressOf } from "../sockets/local-address.ts";
import { isWildcard } from "../sockets/ports.ts";
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
        "`localAddress` makes `{{call}}` bind before it connects and reserve an ephemeral port for every connection, whatever its destination: with Linux's default range at most 28,232 can be open at once from one address, and the next fails with `connect EADDRINUSE`. {{runtime}} cannot set IP_BIND_ADDRESS_NO_PORT.",
      wildcard:
        "`localAddress` is the wildcard address, which selects nothing, yet it makes `{{call}}` bind before it connects and reserve an ephemeral port for every connection: with Linux's default range at most 28,232 can be open at once, and the next fails with `connect EADDRINUSE`.",
      boundSocket:
        "`new {{call}}` without a port binds to an ephemeral port before the connect and reserves it whatever the destination: with Linux's default range at most 28,232 can be open at once from one address, and the next constructor throws `bind EADDRINUSE`.",
      rawBind:
        "`bind()` to port 0 before `connect()` without IP_BIND_ADDRESS_NO_PORT reserves an ephemeral port whatever the destination: with Linux's default range at most 28,232 can be open at once from one address, and the next `bind()` fails with EADDRINUSE.",
      removeAddress: "Remove `localAddress`: the kernel chooses the same way without it.",
      keepAlive: "Keep connections open and use them again: `keepAlive: true`.",
      setNoPort: "Set IP_BIND_ADDRESS_NO_PORT before `bind()`.",
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
    data: { call: site.label, runtime: { node: "Node", bun: "Bun", deno: "Deno" }[environment.runtime] },
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
