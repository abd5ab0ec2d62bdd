import { isSet } from "../analysis/options.ts";
import { removeOption, removeOptions } from "../fixes/index.ts";
import { isWildcard } from "../sockets/host-text.ts";
import { isTcpListen, type CallSite } from "../sockets/site.ts";
import { NO_OPTIONS, suggestion, type Rule, type RuleContext, type Suggestion } from "../rule.ts";
import { hasNoLocalPort, localPortOf } from "../sockets/local-address.ts";
import { boundSocketUse } from "../sockets/bound-socket.ts";

/** With a fixed local port there is one connection per destination at a time, and none until the last one is forgotten. */
const rule: Rule = {
  name: "no-fixed-local-port",
  meta: {
    type: "problem",
    description: "Disallow a constant local port for outgoing TCP connections",
    recommended: "warn",
    messages: {
      fixedPort:
        "A second connection to the same server fails with EADDRNOTAVAIL or EADDRINUSE: both use local port {{port}}.",
      remove: "Remove `{{option}}`: the kernel chooses a free port.",
      removeBoth: "Remove `localPort` and the wildcard `localAddress`: the kernel chooses address and port.",
    },
    help: {
      fixedPort:
        "Leave `{{option}}` out, and the kernel chooses a free port; a server that listens on {{port}} gets in the way too.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const { file } = context;
    if (site.kind !== "api") return null;
    const bound = site.operation.bindsHandle === true;
    if (!bound && (site.op !== "connect" || site.transport !== "tcp")) return null;
    const name = bound ? "port" : "localPort";
    const option = bound ? site.option("port") : localPortOf(site);
    if (typeof option.value !== "number" || option.value === 0) return null;
    if (bound && !boundSocketUse(file, site)) return null;
    if (hasNoLocalPort(site)) return null;
    return {
      messageId: "fixedPort",
      data: { call: site.label, port: String(option.value), option: name },
      at: option.at ?? site.name,
      related: context.sites.sites
        .filter((each) => isTcpListen(each) && each.endpoint.kind === "port" && each.endpoint.value === option.value)
        .map((each) => ({ at: each.name, message: "This listen opens the same port." })),
      facts: ["fixed-local-port", "node-local-port"],
      suggestions: () => [removal(site, name, context)],
    };
  },
};
export default rule;

/** On Linux an address without a port is bound before the connect too, and holds a port of the kernel's choice: no-bind-before-connect's defect. */
function removal(site: CallSite, name: string, { file, environment }: RuleContext<object>): Suggestion | null {
  const address = site.option("localAddress");
  const binds = site.operation.bindsHandle === true || (isSet(address) && address.value !== "");
  if (!binds || !environment.platforms.value.includes("linux"))
    return suggestion("remove", removeOption(file, site, name), { option: name });
  const both = address.state === "known" && isWildcard(address.value);
  return suggestion("removeBoth", both ? removeOptions(file, site, [name, "localAddress"]) : null);
}
