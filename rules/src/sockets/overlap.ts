import { enclosingFunction, unwrap, type Node } from "../analysis/ast.ts";
import { variableOf } from "../analysis/variables.ts";
import { mappedIPv4, readHost } from "./host-text.ts";
import { callbacksOf, isPromiseExecutor } from "./runs-together.ts";
import { listenersOf } from "../analysis/listeners.ts";
import type { CallSite, FileSites } from "./site.ts";
import { exclude } from "../analysis/conditions.ts";

/** Whether two listens open one port on overlapping addresses in one run of the program: one scope, no branch that keeps them apart. */
export function meet(a: CallSite, b: CallSite, sites: FileSites): boolean {
  const sameServer = a.origins.length > 0 && a.origins[0] === b.origins[0] && a.origins[0] !== a.call;
  if (sameServer) return false;
  return (
    samePort(a, b) &&
    scopeOf(a, sites) === scopeOf(b, sites) &&
    !exclude(a.conditions, b.conditions) &&
    hostsOverlap(a, b)
  );
}

function samePort(a: CallSite, b: CallSite): boolean {
  if (a.endpoint.kind !== "port" || b.endpoint.kind !== "port") return false;
  if (a.endpoint.value !== undefined || b.endpoint.value !== undefined) return a.endpoint.value === b.endpoint.value;
  return sameConstant(a.endpoint.node, b.endpoint.node);
}

/** Two mentions of one variable that is written once. */
function sameConstant(a: Node | null | undefined, b: Node | null | undefined): boolean {
  const x = a && unwrap(a);
  const y = b && unwrap(b);
  if (x?.type !== "Identifier" || y?.type !== "Identifier") return false;
  const variable = variableOf(x);
  return (
    variable !== undefined &&
    variable === variableOf(y) &&
    variable.references.filter((each) => each.isWrite()).length <= 1
  );
}

/** The function that a listen runs in; straight-line callbacks of a listen count as part of what surrounds them. */
function scopeOf(site: CallSite, sites: FileSites): Node | null {
  let fn = enclosingFunction(site.call);
  while (fn && (callbacksOf(sites).has(fn) || listenersOf(fn).includes("listening") || isPromiseExecutor(fn)))
    fn = enclosingFunction(fn);
  return fn;
}

type Families = { addresses: readonly string[]; wildcard4: boolean; wildcard6: boolean };

/** Whether the addresses of two listens overlap. */
export function hostsOverlap(a: CallSite, b: CallSite): boolean {
  const x = families(a);
  const y = families(b);
  if (!x || !y) return sameConstant(a.host.node, b.host.node);
  const covers = (wild: Families, other: Families) =>
    (wild.wildcard4 && (other.wildcard4 || other.addresses.some((each) => !each.includes(":")))) ||
    (wild.wildcard6 && (other.wildcard6 || other.addresses.some((each) => each.includes(":"))));
  return covers(x, y) || covers(y, x) || x.addresses.some((each) => y.addresses.includes(each));
}

/** What a listen without a host takes. */
const ANY = { kind: "address", family: 6, text: "::" } as const;

function families(site: CallSite): Families | null {
  const only6 = site.option("ipv6Only").value === true;
  if (site.host.state === "unknown" || site.host.state === "open") return null;
  const at = site.host.state === "absent" || site.host.value === "" ? ANY : readHost(String(site.host.value));
  if (at.kind === "neither") return null;
  if (at.kind === "name")
    return {
      addresses: at.text === "localhost" ? ["127.0.0.1", "::1"] : [at.text],
      wildcard4: false,
      wildcard6: false,
    };
  const address = mappedIPv4(at.text) ?? at.text;
  if (address === "::") return { addresses: [], wildcard4: !only6, wildcard6: true };
  if (address === "0.0.0.0") return { addresses: [], wildcard4: true, wildcard6: false };
  return { addresses: [address], wildcard4: false, wildcard6: false };
}
