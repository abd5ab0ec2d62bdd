import { unwrap, type Node } from "../analysis/ast.ts";
import { ABSENT, isSet, type Option } from "../analysis/options.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue } from "../analysis/variables.ts";
import { entryAt } from "../catalogue/index.ts";
import { addressIn } from "./host-text.ts";
import type { CallSite } from "./site.ts";

/** The local address as far as it reaches the socket: absent where the API drops it, or takes it in another place. */
export function localAddressOf(site: CallSite): Option {
  if (isTowardsName(site)) return ABSENT;
  const { localAddressAt } = site.operation;
  if (localAddressAt !== undefined) return site.option(localAddressAt);
  return dropsLocalEnd(site) ? ABSENT : site.option("localAddress");
}

/** The local port as far as it reaches the socket. An API that drops the address drops the port as well. */
export function localPortOf(site: CallSite): Option {
  if (site.operation.localEndTowards && localAddressOf(site).state === "absent") return ABSENT;
  return dropsLocalEnd(site) ? ABSENT : site.option("localPort");
}

/** The API binds for an address alone, and here is a name (fact `bun-connect-local-address`). */
function isTowardsName({ operation, host }: CallSite): boolean {
  return operation.localEndTowards === "addresses" && typeof host.value === "string" && addressIn(host.value) === null;
}

function dropsLocalEnd({ operation: { ignores, localAddressAt } }: CallSite): boolean {
  return localAddressAt === undefined && (ignores?.some((each) => each.option === "localAddress") ?? false);
}

/** The connection has no local TCP port of its own: it goes to a Unix socket, or a socket is handed over that is connected. */
export function hasNoLocalPort({ operation, option }: CallSite): boolean {
  if (operation.ipcOption !== undefined && isSet(option(operation.ipcOption))) return true;
  return ["socket", ...(operation.connectedBy ?? [])].some((each) => isSet(option(each)));
}

/** Whether an agent of another package decides about the local address: given as `agent`, or as one of got's `{ http, https, http2 }`. */
export function hasForeignAgent(site: CallSite): boolean {
  const agent = site.option("agent");
  return site.operation.hasAgent === true && agent.node !== undefined && isForeign(agent.node);
}

function isForeign(node: Node): boolean {
  const at = unwrap(onlyValue(unwrap(node)) ?? node);
  if (at.type === "ObjectExpression")
    return at.properties.some((each) => each.type === "Property" && isForeign(each.value));
  const value = resolve(at);
  if (value?.kind === "instance") return entryAt(value.type)?.does?.op !== "connect";
  return value?.kind === "object" || (value?.kind === "path" && value.path.endsWith("()"));
}
