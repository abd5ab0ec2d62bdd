import { intersects, subset } from "semver";
import { enclosingFunction, isFunction, unwrap, type Node } from "../analysis/ast.ts";
import { entryAt } from "../catalogue/index.ts";
import type { Ignored } from "../catalogue/types.ts";
import { allHold } from "../analysis/conditions.ts";
import { evaluate, onPlatform } from "../analysis/constants.ts";
import { optionIn, type Option } from "../analysis/options.ts";
import type { Environment } from "../rule.ts";
import { exclude, variesByWorker, type ProcessFacts, type Start } from "../process/index.ts";
import { resolve } from "../analysis/values.ts";
import { listenersOf, type FileSites, type Site } from "./sites.ts";
import { type SourceFile } from "../analysis/source.ts";
import { onlyValue, variableOf } from "../analysis/variables.ts";

/** What rules need beside the site; RuleContext is one. */
export interface Surroundings {
  file: SourceFile;
  sites: FileSites;
  process: ProcessFacts;
  environment: Environment;
}

/** Platforms on which libuv refuses SO_REUSEPORT with ENOTSUP (fact reuse-port-unsupported). */
export const UNSUPPORTED: readonly string[] = ["darwin", "win32", "openbsd", "netbsd", "sunos"];

/** Node versions that know `reusePort` (fact node-reuse-port-versions). */
const KNOW_REUSE_PORT = ">=22.12.0 <23.0.0-0 || >=23.1.0";

/** Some admitted version before 22.12 silently ignores `reusePort`. 23.0.x alone is no reason. */
export function admitsOldNode(environment: Environment): boolean {
  return environment.runtime === "node" && environment.node !== null && intersects(environment.node.value, "<22.12.0");
}

/** No admitted version knows `reusePort`. */
export function onlyOldNode(environment: Environment): boolean {
  return (
    environment.runtime === "node" && environment.node !== null && !intersects(environment.node.value, KNOW_REUSE_PORT)
  );
}

/** Every admitted version knows `reusePort`, or nothing is said of versions. */
export function knowsReusePort(environment: Environment): boolean {
  return environment.runtime !== "node" || environment.node === null || subset(environment.node.value, KNOW_REUSE_PORT);
}

/** Whether an option is true on a platform: its value and everything it depends on. Null when that depends on more. */
export function isTrueOn(site: Site, option: Option, platform: string): boolean | null {
  if (option.state !== "set" || !option.node) return option.state === "absent" ? false : null;
  const around = allHold([...(option.conditions ?? []), ...site.conditions], platform);
  if (around === false) return false;
  const known = "value" in option ? { value: option.value } : evaluate(option.node, onPlatform(platform));
  if (!known) return null;
  const value = site.operation.reusePortValue === "truthy" ? Boolean(known.value) : known.value === true;
  return value ? around : false;
}

/** `value: true`, whatever stands around it. */
export function isConstantTrue(site: Site, option: Option): boolean {
  if (option.state !== "set" || !("value" in option)) return false;
  return site.operation.reusePortValue === "truthy" ? Boolean(option.value) : option.value === true;
}

/** Why the runtime silently ignores this `reusePort`; null when it reaches the socket as far as can be seen. */
export function whyIgnored(site: Site, environment: Environment): Ignored | null {
  const row = site.operation.ignores?.find((each) => each.option === "reusePort" && applies(each, site, environment));
  if (row) return row;
  if (site.op !== "listen" || site.transport !== "tcp") return null;
  const ignored = (because: string, instead: string): Ignored => ({ option: "reusePort", because, instead });
  switch (site.endpoint.kind) {
    case "ipc":
      return ignored("a Unix socket has no port to share", "remove it");
    case "fd":
      return ignored("the descriptor is bound already", "set it where the descriptor is bound, or remove it");
    case "handle":
      return ignored("the handle is bound already", "set it where the handle is bound, or remove it");
  }
  return null;
}

/** Whether a row about an ignored option holds for this call and runtime. */
export function applies(row: Ignored, site: Site, environment: Environment): boolean {
  return (
    (row.runtime === undefined || row.runtime === environment.runtime) &&
    (row.beside === undefined || site.option(row.beside).value === true)
  );
}

/** A policy is stated: `reusePort` or `exclusive` stands there, or may stand there, in any place and with any value. */
export function statesPolicy(site: Site, sites: FileSites): boolean {
  const names = ["reusePort", "exclusive"];
  if (names.some((name) => site.option(name).state !== "absent")) return true;
  if (site.stray.some((each) => names.some((name) => optionIn(site.file, each, [name], site.call).state !== "absent")))
    return true;
  const creation = sites.creation(site);
  return creation !== null && names.some((name) => creation.option(name).state === "set");
}

/** How a port is called in a message: "port 3000", "a configured port". */
export function portText(site: Site): string {
  if (site.endpoint.kind !== "port") return "its port";
  if (site.endpoint.value !== undefined) return `port ${site.endpoint.value}`;
  return site.endpoint.fallback !== undefined
    ? `a configured port (${site.endpoint.fallback} by default)`
    : "a configured port";
}

/** A listen on one port by several threads or processes of this file; null when the file does not show that. */
export function workerConflict(site: Site, { process }: Surroundings): "threads" | "processes" | null {
  if (
    site.op !== "listen" ||
    site.transport !== "tcp" ||
    site.endpoint.kind !== "port" ||
    site.operation.reusePort === "default" ||
    site.certainty !== "resolved"
  )
    return null;
  if (site.option("reusePort").state !== "absent") return null;
  const alone = process.clusterListen(site) === "alone";
  if (process.inClusterWorker(site) !== "no" && !alone) return null;
  const side = process.workerSide(site);
  if (
    !side ||
    (site.endpoint.node && site.endpoint.value === undefined && variesByWorker(site.endpoint.node, process.starts))
  )
    return null;
  return process.starts.some((start) => start.kind === side && start.many && (alone || !start.cluster)) ? side : null;
}

/** A listen that a program runs beside the workers that it starts, which run it too: one side fails. */
export function conflictBeside(site: Site, { process }: Surroundings): Start | null {
  if (
    site.op !== "listen" ||
    site.transport !== "tcp" ||
    site.endpoint.kind !== "port" ||
    site.operation.reusePort === "default" ||
    site.certainty !== "resolved" ||
    site.option("reusePort").state !== "absent"
  )
    return null;
  return differsByWorker(site, process) ? null : process.launcherBeside(site);
}

/** The port is another one in every worker. */
function differsByWorker({ endpoint }: Site, process: ProcessFacts): boolean {
  if (endpoint.kind !== "port" || !endpoint.node || endpoint.value !== undefined) return false;
  return variesByWorker(endpoint.node, process.starts);
}

/** `exclusive: true` in the worker branch of a cluster: every worker binds the port itself. A single worker may. */
export function exclusiveInCluster(site: Site, { process }: Surroundings): boolean {
  const forks = process.launches.filter((each) => each.kind === "cluster");
  return (
    process.clusterListen(site) === "primary" &&
    site.op === "listen" &&
    site.transport === "tcp" &&
    site.endpoint.kind === "port" &&
    process.clusterRole(site) === "worker" &&
    (forks.length === 0 || process.starts.some((each) => each.cluster && each.many)) &&
    site.option("exclusive").value === true &&
    site.option("reusePort").state === "absent" &&
    !differsByWorker(site, process)
  );
}

/** The other listen on the same port and an overlapping host, of which exactly one has `reusePort: true`. */
export function mixedWith(site: Site, around: Surroundings): Site | null {
  if (!takesPart(site) || !isWithout(site)) return null;
  return (
    around.sites.sites.find(
      (other) =>
        other.call !== site.call &&
        takesPart(other) &&
        isConstantTrue(other, other.option("reusePort")) &&
        !other.option("reusePort").conditions?.length &&
        !whyIgnored(other, around.environment) &&
        meet(site, other, around),
    ) ?? null
  );
}

function takesPart(site: Site): boolean {
  return (
    site.op === "listen" && site.transport === "tcp" && site.endpoint.kind === "port" && !site.raw && !site.repeated
  );
}

function isWithout(site: Site): boolean {
  const option = site.option("reusePort");
  return option.state === "absent" || (option.state === "set" && option.value === false);
}

function meet(a: Site, b: Site, around: Surroundings): boolean {
  if (around.sites.sameSocket(a, b) && a.origins[0] !== a.call) return false;
  return (
    samePort(a, b) &&
    scopeOf(a, around) === scopeOf(b, around) &&
    !exclude(a.conditions, b.conditions) &&
    hostsOverlap(a, b)
  );
}

function samePort(a: Site, b: Site): boolean {
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
function scopeOf(site: Site, { sites }: Surroundings): Node | null {
  let fn = enclosingFunction(site.call);
  while (
    fn &&
    (sites.sites.some((each) => each.op === "listen" && each.callback === fn) ||
      listenersOf(fn).includes("listening") ||
      isPromiseExecutor(fn))
  )
    fn = enclosingFunction(fn);
  return fn;
}

function isPromiseExecutor(fn: Node): boolean {
  const parent = fn.parent;
  return (
    isFunction(fn) &&
    parent?.type === "NewExpression" &&
    parent.callee.type === "Identifier" &&
    parent.callee.name === "Promise"
  );
}

type Families = { addresses: readonly string[]; wildcard4: boolean; wildcard6: boolean };

function hostsOverlap(a: Site, b: Site): boolean {
  const x = families(a);
  const y = families(b);
  if (!x || !y) return a.host.node !== undefined && b.host.node !== undefined && sameConstant(a.host.node, b.host.node);
  const covers = (wild: Families, other: Families) =>
    (wild.wildcard4 && (other.wildcard4 || other.addresses.some((each) => !each.includes(":")))) ||
    (wild.wildcard6 && (other.wildcard6 || other.addresses.some((each) => each.includes(":"))));
  return covers(x, y) || covers(y, x) || x.addresses.some((each) => y.addresses.includes(each));
}

function families(site: Site): Families | null {
  const only6 = site.option("ipv6Only").value === true;
  if (site.host.state === "unknown" || (site.host.state === "set" && !("value" in site.host))) return null;
  const host = site.host.state === "absent" ? "::" : String(site.host.value).toLowerCase();
  if (host === "" || host === "::" || host === "::0" || host === "*")
    return { addresses: [], wildcard4: !only6, wildcard6: true };
  if (host === "0.0.0.0") return { addresses: [], wildcard4: true, wildcard6: false };
  if (host === "localhost") return { addresses: ["127.0.0.1", "::1"], wildcard4: false, wildcard6: false };
  return { addresses: [host.replace(/^::ffff:(?=\d+\.)/, "")], wildcard4: false, wildcard6: false };
}

/** Whether an agent of another package decides about the local address: given as `agent`, or as one of got's `{ http, https, http2 }`. */
export function hasForeignAgent(site: Site): boolean {
  const agent = site.option("agent");
  return site.operation.hasAgent === true && agent.state === "set" && agent.node !== undefined && isForeign(agent.node);
}

function isForeign(node: Node): boolean {
  const at = unwrap(onlyValue(unwrap(node)) ?? node);
  if (at.type === "ObjectExpression")
    return at.properties.some((each) => each.type === "Property" && isForeign(each.value));
  const value = resolve(at);
  if (value?.kind === "instance") return entryAt(value.type)?.does?.op !== "connect";
  return value?.kind === "object" || (value?.kind === "path" && value.path.endsWith("()"));
}
