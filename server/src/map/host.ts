import { unwrap } from "../../../rules/src/analysis/ast.ts";
import type { RuleContext } from "../../../rules/src/rule.ts";
import type { CallSite, Site } from "../../../rules/src/sockets/site.ts";
import type { SocketCall } from "../../../rules/src/syscalls/index.ts";
import { siteToSocketCall } from "../../../rules/src/syscalls/socket-call.ts";
import type { ListenHost } from "./model.ts";
import { written } from "./port.ts";

const NOT_KNOWN: ListenHost = { address: null, text: null };

/** Where a listen opens its port: the address of the call, or what the API takes without one. */
export function hostOf(site: Site, context: RuleContext<object>): ListenHost {
  if (site.kind === "raw" || site.endpoint.kind === "ipc") return NOT_KNOWN;
  const call = siteToSocketCall(site, context, "linux");
  if (!call) return ofOption(site);
  if (call.host === undefined) return { address: wildcardOf(call, context), text: null };
  return call.host === "unknown" ? ofOption(site) : known(call.host.known);
}

/** What is written, where nothing more is known of the call. An object is no address, whoever takes it. */
function ofOption({ host }: CallSite): ListenHost {
  if (typeof host.value === "string" && host.value !== "") return known(host.value);
  return host.node && unwrap(host.node).type !== "ObjectExpression"
    ? { address: null, text: written(host.node) }
    : NOT_KNOWN;
}

function known(address: string): ListenHost {
  return { address, text: null };
}

/** The address that stands for all: of IPv6, which takes IPv4 too, or of IPv4. */
function wildcardOf({ api, transport, family }: SocketCall, { environment }: RuleContext<object>): string {
  if (transport === "udp") return family !== undefined && family !== "unknown" && family.known === 6 ? "::" : "0.0.0.0";
  const four = api === "net.BoundSocket" || (environment.runtime === "deno" && api.startsWith("deno."));
  return four ? "0.0.0.0" : "::";
}
