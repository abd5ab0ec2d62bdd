import { enclosingFunction, unwrap, type Node } from "../analysis/ast.ts";
import { functionOf } from "../analysis/calls.ts";
import { evaluate } from "../analysis/constants.ts";
import { isSet } from "../analysis/options.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue, variableOf } from "../analysis/variables.ts";
import { mappedIPv4, readHost } from "./host-text.ts";
import { isSamePort } from "./same-port.ts";
import { isSameValue } from "./same-value.ts";
import type { CallSite, FileSites } from "./site.ts";

/** A local address as far as it is known. `wildcard`: of both families, or of IPv4 or IPv6 alone. `name`: of no known family. */
export type Address =
  | { kind: "wildcard"; families: readonly (4 | 6)[] }
  | { kind: "address"; family: 4 | 6; text: string }
  | { kind: "name"; text: string };

/** How the addresses of two sockets overlap: `same`: on every platform; `wildcard`: one covers the other on Linux, macOS and Windows let both bind. */
export type Overlap = "same" | "wildcard";

/** Whether an address is covered; null where they do not overlap, or may not. */
export function overlapOf(a: Address, b: Address): Overlap | null {
  if (a.kind === "wildcard" && b.kind === "wildcard") {
    if (!a.families.some((each) => b.families.includes(each))) return null;
    return a.families.length === b.families.length ? "same" : "wildcard";
  }
  if (a.kind !== "wildcard" && b.kind !== "wildcard") return a.kind === b.kind && a.text === b.text ? "same" : null;
  const [wild, other] = a.kind === "wildcard" ? [a, b] : [b as Address & { kind: "wildcard" }, a];
  if (other.kind === "wildcard") return null;
  // A name may come out as either family.
  const covers = other.kind === "name" ? wild.families.length === 2 : wild.families.includes(other.family);
  return covers ? "wildcard" : null;
}

/** The address of a text as listen() takes it; null also for what is found by no runtime alike. `only6`: `ipv6Only` is true. */
export function addressOf(host: unknown, only6 = false): Address | null {
  if (host === undefined || host === null || host === "") return { kind: "wildcard", families: [4, 6] };
  if (typeof host !== "string") return null;
  const at = readHost(host);
  if (at.kind === "neither") return null;
  if (at.kind === "name") return at;
  const four = mappedIPv4(at.text) ?? (at.family === 4 ? at.text : null);
  if (at.text === "::") return { kind: "wildcard", families: only6 ? [6] : [4, 6] };
  if (four === "0.0.0.0") return { kind: "wildcard", families: [4] };
  return four === null ? { kind: "address", family: 6, text: at.text } : { kind: "address", family: 4, text: four };
}

/** Where a site listens or binds; null where nobody can say. */
export function siteAddress(site: CallSite, sites: FileSites): Address | null {
  if (site.host.state === "unknown" || site.host.state === "open") return null;
  const host = site.host.state === "absent" ? undefined : site.host.value;
  if (site.transport === "tcp") {
    const only6 = site.option("ipv6Only");
    if (only6.state === "unknown" || only6.state === "open") return null;
    return addressOf(host, only6.value === true);
  }
  const creation = sites.creation(site);
  const family = creation && familyOf(creation, site.origins);
  if (!creation || !family) return null;
  const option = creation.option("ipv6Only");
  const only6 = option.state === "absent" ? false : option.state === "known" ? Boolean(option.value) : null;
  const named = host === undefined || host === null || host === "" ? null : addressOf(host, only6 === true);
  if (named && (named.kind !== "wildcard" || !named.families.includes(6))) return named;
  if (family === 4) return named ? null : { kind: "wildcard", families: [4] };
  return only6 === null ? null : { kind: "wildcard", families: only6 ? [6] : [4, 6] };
}

/**
 * The family of a datagram socket, as `createSocket()` is told. `origins`: those of a site on it, for a function may be told the
 * family: `const open = (type) => createSocket(type)`.
 */
export function familyOf(creation: CallSite, origins: readonly object[] = []): 4 | 6 | null {
  const first = creation.call.arguments[0];
  const type = creation.option("type");
  const node = isSet(type) ? type.node : first;
  if (!node || node.type === "SpreadElement") return null;
  const known = isSet(type) && type.state === "known" ? type.value : evaluate(node)?.value;
  const given = known === undefined ? argumentFor(node, creation.call, origins) : null;
  const value = given ? evaluate(given)?.value : known;
  return value === "udp4" ? 4 : value === "udp6" ? 6 : null;
}

/** What one of the calls that gave an object handed to the function around `made` for the parameter at `node`. */
function argumentFor(node: Node, made: Node, origins: readonly object[]): Node | null {
  const at = unwrap(node);
  const fn = enclosingFunction(made);
  if (at.type !== "Identifier" || !fn || variableOf(at)?.references.some((each) => each.isWrite()) !== false)
    return null;
  const index = fn.params.findIndex((each) => each.type === "Identifier" && each.name === at.name);
  const call = origins
    .map((each) => each as Node)
    .find((each) => each.type === "CallExpression" && functionOf(each.callee) === fn);
  if (index === -1 || call?.type !== "CallExpression") return null;
  const given = call.arguments.slice(0, index + 1);
  return given.some((each) => each.type === "SpreadElement") ? null : (given[index] ?? null);
}

/** How the addresses of two sites overlap; null where they do not, or may not. */
export function sitesOverlap(a: CallSite, b: CallSite, sites: FileSites, sitesOfB = sites): Overlap | null {
  const x = siteAddress(a, sites);
  const y = siteAddress(b, sitesOfB);
  if (x && y) return overlapOf(x, y);
  const open = a.host.state === "open" && b.host.state === "open" && a.transport === "tcp";
  return open && isSameValue(a.host.node, b.host.node) ? "same" : null;
}

/** Whether two sites are on one port that is not 0: one constant, one expression over configuration that falls back to a constant, or one variable. */
export function onSamePort(a: CallSite, b: CallSite): boolean {
  if (a.endpoint.kind !== "port" || b.endpoint.kind !== "port") return false;
  const [x, y] = [a.endpoint, b.endpoint];
  if (x.value !== undefined || y.value !== undefined) return x.value === y.value;
  return isChosen(a) && isSamePort(x.node, y.node);
}

/** Somebody has chosen the port: it does not come from the environment alone, which may leave it to the kernel. */
function isChosen({ endpoint }: CallSite): boolean {
  if (endpoint.kind !== "port" || !endpoint.node) return false;
  return endpoint.fallback !== undefined || !readsEnvironmentAlone(endpoint.node);
}

function readsEnvironmentAlone(node: Node): boolean {
  const at = unwrap(node);
  const made = onlyValue(at);
  if (made) return readsEnvironmentAlone(made);
  if (at.type === "CallExpression") return at.arguments.some((each) => readsEnvironmentAlone(each as Node));
  if (at.type === "UnaryExpression") return readsEnvironmentAlone(at.argument);
  const value = resolve(at);
  return value?.kind === "path" && /\benv\./.test(value.path);
}
