import { removeOption, setOption } from "../fixes/index.ts";
import { insertSetsockopt } from "../fixes/raw.ts";
import { NO_OPTIONS, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { allHold } from "../analysis/conditions.ts";
import { boundSocketUse } from "../sockets/bound-socket.ts";
import { outlives } from "../analysis/escape.ts";
import { isWildcard } from "../sockets/ports.ts";
import { hasForeignAgent } from "../sockets/sharing.ts";
import type { Site } from "../sockets/sites.ts";

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
    if (site.raw) return checkRaw(site, context);
    if (site.operation.bindsHandle) return checkBoundSocket(site, context);
    return site.op === "connect" && site.transport === "tcp" ? checkConnect(site, context) : null;
  },
};
export default rule;

const FACTS = ["node-local-address-exhaustion", "bind-zero-holds-port", "no-port-shares-by-destination"] as const;

function checkConnect(site: Site, { file, environment, typescript }: RuleContext<object>): Finding | null {
  const nested = site.operation.tlsOnly === true;
  const address = site.option(nested ? "tls.localAddress" : "localAddress");
  if (address.state !== "set" || address.value === "" || address.value === false) return null;
  if (site.operation.ignores?.some((each) => each.option === "localAddress") && !nested) return null;
  const port = site.option("localPort");
  if (port.state === "set" && !("value" in port && (port.value === 0 || port.value === "0"))) return null;
  if (site.operation.ipcOption && site.option(site.operation.ipcOption).state === "set") return null;
  if (site.option("socket").state === "set" || hasForeignAgent(site)) return null;
  if (allHold([...(address.conditions ?? []), ...site.conditions], "linux") === false) return null;
  const wildcard = "value" in address && isWildcard(address.value);
  const remove = wildcard ? removeOption(file, site, "localAddress") : null;
  // An Agent made for one request has none to use a connection for again: it would only hold the port longer.
  const keep =
    !wildcard && site.operation.keepAliveOption && outlives(site.call) && site.option("keepAlive").state === "absent"
      ? setOption(file, site, "keepAlive", "true", { typescript })
      : null;
  return {
    messageId: wildcard ? "wildcard" : "address",
    data: { call: site.label, runtime: { node: "Node", bun: "Bun", deno: "Deno" }[environment.runtime] },
    at: address.at ?? site.name,
    facts: wildcard ? ["node-wildcard-local-address", ...FACTS] : FACTS,
    suggestions: [
      remove && { messageId: "removeAddress", edits: remove },
      keep && { messageId: "keepAlive", edits: keep },
    ],
  };
}

function checkBoundSocket(site: Site, { file }: RuleContext<object>): Finding | null {
  const port = site.option("port");
  if (port.state === "unknown" || (port.state === "set" && port.value !== 0)) return null;
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

function checkRaw(site: Site, { file, sites }: RuleContext<object>): Finding | null {
  if (site.raw?.fn !== "bind" || site.raw.stream !== true || site.raw.handedOver) return null;
  if (site.endpoint.kind !== "ephemeral" || !site.endpoint.explicit) return null;
  const same = sites.sites.filter((each) => each.raw?.fd === site.raw?.fd);
  const connect = same.find((each) => each.raw?.fn === "connect" && each.call.range[0] > site.call.range[0]);
  // One that comes late is no-late-socket-option's.
  if (!connect || same.some((each) => each.raw?.option === "IP_BIND_ADDRESS_NO_PORT" || each.raw?.option === "unknown"))
    return null;
  const edits = insertSetsockopt(file, site, "IP_BIND_ADDRESS_NO_PORT");
  return {
    messageId: "rawBind",
    at: site.name,
    related: [{ at: connect.name, message: "The connect." }],
    facts: ["bind-zero-holds-port", "no-port-shares-by-destination"],
    suggestions: [edits && { messageId: "setNoPort", edits }],
  };
}
