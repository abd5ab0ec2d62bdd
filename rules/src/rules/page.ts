import { isSet } from "../analysis/options.ts";
import type { RuleContext } from "../rule.ts";
import { reuseOf, type Reuse } from "../sockets/reuse.ts";
import type { CallSite, Site } from "../sockets/site.ts";
import { localAddressOf, localPortOf } from "../sockets/local-address.ts";
import { rules } from "./index.ts";

/** The rule that speaks of a listen on which no rule has anything to say, by what becomes of `reusePort` there. */
const OF_LISTEN: Readonly<Record<Reuse["state"], string>> = {
  absent: "require-reuse-option",
  unknown: "require-reuse-option",
  stated: "require-reuse-option",
  effective: "no-unguarded-reuse-port",
  ignored: "no-ignored-socket-option",
  default: "no-silent-port-sharing",
};

/** The rule whose page tells most about a call: the one that reports it, else the one that watches over calls of its kind. */
export function pageOf(site: Site, context: RuleContext<object>): string {
  const { options: _, ...shared } = context;
  const reports = rules.find(({ check, meta }) => {
    const found = check?.(site, { options: meta.defaultOptions, ...shared }) ?? null;
    return found !== null && (!Array.isArray(found) || found.length > 0);
  });
  return reports?.name ?? (site.kind === "raw" ? ofRaw(site.op) : ofCall(site, context));
}

function ofRaw(op: Site["op"]): string {
  return op === "setsockopt"
    ? "no-late-socket-option"
    : op === "connect"
      ? "no-bind-before-connect"
      : "require-reuse-option";
}

function ofCall(site: CallSite, { environment, sites }: RuleContext<object>): string {
  if (site.op === "connect" || site.operation.bindsHandle)
    return isSet(localPortOf(site)) && !isSet(localAddressOf(site)) ? "no-fixed-local-port" : "no-bind-before-connect";
  if (site.transport === "udp")
    return sites.uses(site.origins, ({ name }) => name === "addMembership").length > 0
      ? "require-multicast-reuse-addr"
      : "no-unicast-reuse-addr";
  return OF_LISTEN[reuseOf(site, environment).state];
}
