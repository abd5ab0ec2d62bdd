import { variesByWorker, type ProcessFacts, type Start } from "../process/index.ts";
import type { Environment } from "../rule.ts";
import { meet } from "./overlap.ts";
import { isUnshared, reuseOf } from "./reuse.ts";
import { isTcpListen, type CallSite, type FileSites, type Site } from "./site.ts";

/** What is known around a site; RuleContext is one. */
export interface Surroundings {
  sites: FileSites;
  process: ProcessFacts;
  environment: Environment;
}

/** Why a listen on a port will meet another one that the file shows. */
export type Conflict =
  /** `exclusive: true` in the worker branch of a Node cluster: every worker binds the port itself. */
  | { kind: "exclusive" }
  /** Several threads or processes of this file listen on one port. */
  | { kind: "threads" | "processes"; start: Start }
  /** Another listen on the port, on an overlapping host, has `reusePort: true`; this one has not. */
  | { kind: "mixed"; other: CallSite };

/** In the order in which they are looked for: one listen has one conflict, and only the first that fits is reported. */
const CONFLICTS: readonly ((site: CallSite, around: Surroundings) => Conflict | null)[] = [
  exclusiveInCluster,
  betweenWorkers,
  mixed,
];

/** The conflict of a listen that does not share its port; null where the file shows none. */
export function conflictOf(site: Site, around: Surroundings): Conflict | null {
  if (!isTcpListen(site) || site.endpoint.kind !== "port" || site.repeated) return null;
  if (!isUnshared(reuseOf(site, around.environment))) return null;
  for (const find of CONFLICTS) {
    const conflict = find(site, around);
    if (conflict) return conflict;
  }
  return null;
}

function exclusiveInCluster(site: CallSite, { process, environment }: Surroundings): Conflict | null {
  return environment.runtime === "node" &&
    process.clusterRole(site) === "worker" &&
    site.option("exclusive").value === true &&
    site.option("reusePort").state === "absent"
    ? { kind: "exclusive" }
    : null;
}

function betweenWorkers(site: CallSite, { process, environment }: Surroundings): Conflict | null {
  if (site.kind !== "api" || site.option("reusePort").state !== "absent") return null;
  const node = environment.runtime === "node";
  if (node && process.clusterRole(site) === "worker") return null;
  const side = process.workerSide(site);
  if (!side || differsByWorker(site, process)) return null;
  // A Node cluster shares the primary's socket among its children.
  if (side === "processes" && process.importsCluster && node) return null;
  const start = process.starts.find((each) => each.kind === side && each.many);
  return start ? { kind: side, start } : null;
}

/** The port is another one in every worker, as far as can be seen: then nothing is known about who shares it. */
export function differsByWorker({ endpoint }: CallSite, process: ProcessFacts): boolean {
  return (
    endpoint.kind === "port" &&
    endpoint.node !== null &&
    endpoint.value === undefined &&
    variesByWorker(endpoint.node, process.starts)
  );
}

function mixed(site: CallSite, { sites, environment }: Surroundings): Conflict | null {
  const own = site.option("reusePort");
  if (own.state !== "absent" && own.value !== false) return null;
  const other = sites.sites.find((each): each is CallSite => {
    if (each.call === site.call || !isTcpListen(each) || each.endpoint.kind !== "port" || each.repeated) return false;
    const reuse = reuseOf(each, environment);
    return reuse.state === "effective" && reuse.constant && !reuse.option.conditions?.length && meet(site, each, sites);
  });
  return other ? { kind: "mixed", other } : null;
}
