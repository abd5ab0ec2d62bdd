import type { Node } from "../analysis/ast.ts";
import { fileOf } from "../analysis/source.ts";
import { besideOf } from "./beside.ts";
import { isMany } from "./counts.ts";
import { isSameEverywhere, readsArguments, variesByWorker, type ProcessFacts, type Start } from "./index.ts";
import { isCluster, sharesPorts, type Run } from "./run.ts";
import { hostsOverlap, meet } from "../sockets/overlap.ts";
import { isUnshared, reuseOf } from "../sockets/reuse.ts";
import { closesBetween } from "../sockets/closing.ts";
import { meetingOf } from "../sockets/runs-together.ts";
import { isTcpListen, type CallSite, type FileSites, type Site } from "../sockets/site.ts";
import { duplicateOf, type Duplicate } from "./duplicates.ts";
import type { Surroundings } from "./surroundings.ts";

/** Why a listen on a port will meet another one that the file shows. */
export type Conflict =
  /** `exclusive: true` in the worker branch of a Node cluster: every worker binds the port itself. */
  | { kind: "exclusive" }
  /** Several threads or processes of this file listen on one port. */
  | { kind: "threads" | "processes"; start: Start }
  /** A launch in another file, or one that a configuration states, runs the listen in several processes or threads. */
  | { kind: "started"; run: Run }
  /** A program listens beside the workers that it starts, which run the same listen: one side fails. */
  | { kind: "beside"; start: Start }
  /** The same, where the launch stands in another file. */
  | { kind: "startedBeside"; run: Run }
  /** Another listen on the port, on an overlapping host, has `reusePort: true`; this one has not. */
  | { kind: "mixed"; other: CallSite }
  /** Another listen of the process opens the port, and neither shares it. */
  | { kind: "duplicate"; duplicate: Duplicate };

/** In the order in which they are looked for: one listen has one conflict, and only the first that fits is reported. */
const CONFLICTS: readonly ((site: CallSite, around: Surroundings) => Conflict | null)[] = [
  exclusiveInCluster,
  besideWorkers,
  betweenWorkers,
  startedOften,
  startedBeside,
  mixed,
  twice,
];

/** The conflict of a listen that does not share its port; null where the file shows none. */
export function conflictOf(site: Site, around: Surroundings): Conflict | null {
  if (!isTcpListen(site) || site.endpoint.kind !== "port" || site.repeated) return null;
  const reuse = reuseOf(site, around.environment);
  // What asks for sharing in vain is not shared either, but only another listen is there to prove it.
  if (!isUnshared(reuse)) return reuse.state === "ignored" ? twice(site, around) : null;
  for (const find of CONFLICTS) {
    const conflict = find(site, around);
    if (conflict) return conflict;
  }
  return null;
}

function exclusiveInCluster(site: CallSite, { process }: Surroundings): Conflict | null {
  if (site.kind !== "api" || process.clusterListen(site) !== "primary") return null;
  // A single worker may bind by itself.
  const forks = process.launches.filter((each) => each.kind === "cluster");
  if (forks.length > 0 && !process.starts.some((each) => each.cluster && each.many)) return null;
  return process.clusterRole(site) === "worker" &&
    site.option("exclusive").value === true &&
    site.option("reusePort").state === "absent" &&
    !differsByWorker(site, process)
    ? { kind: "exclusive" }
    : null;
}

function besideWorkers(site: CallSite, { process }: Surroundings): Conflict | null {
  if (site.kind !== "api" || site.option("reusePort").state !== "absent" || differsByWorker(site, process)) return null;
  const start = process.launcherBeside(site);
  return start && { kind: "beside", start };
}

function betweenWorkers(site: CallSite, { process }: Surroundings): Conflict | null {
  if (site.kind !== "api" || site.option("reusePort").state !== "absent") return null;
  const alone = process.clusterListen(site) === "alone";
  if (process.inClusterWorker(site) !== "no" && !alone) return null;
  const side = process.workerSide(site);
  if (!side || differsByWorker(site, process)) return null;
  const start = process.starts.find((each) => each.kind === side && each.many && (alone || !each.cluster));
  return start ? { kind: side, start } : null;
}

/** Plain processes or threads, many of them for certain, all on a way to the listen, with one port for all. */
function startedOften(site: CallSite, { process, runs }: Surroundings): Conflict | null {
  if (site.kind !== "api" || site.option("reusePort").state !== "absent" || differsByWorker(site, process)) return null;
  const { endpoint } = site;
  // Before the launches are asked for, which takes longer.
  if (endpoint.kind !== "port" || !settled(endpoint.node, [])) return null;
  const alone = process.clusterListen(site) === "alone";
  const exclusive = site.option("exclusive").value === true && process.clusterListen(site) === "primary";
  const proven = runs(site).filter(
    ({ kind, certainty, environment }) =>
      certainty === "proven" &&
      (!sharesPorts(kind) || ((alone || exclusive) && isCluster(kind))) &&
      settled(endpoint.node, environment),
  );
  const run = proven.find(({ count }) => isMany(count)) ?? secondOf(proven, endpoint.node);
  return run ? { kind: "started", run } : null;
}

/** The second of two calls that start one file and that both happen, with the same port for both. */
function secondOf(proven: readonly Run[], port: Node | null): Run | undefined {
  const once = proven.filter(({ kind, count, environment }) => {
    const own = environment?.map((each) => ({ ...each, varies: true })) ?? null;
    return !sharesPorts(kind) && count === 1 && settled(port, own);
  });
  return once.find(({ node, entry }, i) =>
    once.slice(0, i).some((each) => each.entry === entry && node && each.node && areTogether(each.node, node)),
  );
}

/** The first of two starts is not over when the second one comes. */
function areTogether(first: Node, second: Node): boolean {
  const between = fileOf(first).text.slice(first.range[1], second.range[0]);
  return meetingOf(first, second, []) !== null && !/\bawait\b/.test(between) && !closesBetween(first, second);
}

/** The program that starts them opens the port beside them. */
function startedBeside(site: CallSite, { process, runs }: Surroundings): Conflict | null {
  if (site.kind !== "api" || site.option("reusePort").state !== "absent" || differsByWorker(site, process)) return null;
  const { endpoint } = site;
  // As above.
  if (endpoint.kind !== "port" || !settled(endpoint.node, [])) return null;
  const run = runs(site).find(
    ({ certainty, count, environment, beside }) =>
      (certainty !== "proven" || count !== "unknown") && settled(endpoint.node, environment) && beside?.(),
  );
  return run ? { kind: "startedBeside", run } : null;
}

/** A constant, or what every one of the processes reads in its environment; `environment`: what the launch sets there. */
function settled(node: Node | null, environment: Run["environment"]): boolean {
  return node === null || isSameEverywhere(node, environment);
}

/** The port is another one in every worker, as far as can be seen: then nothing is known about who shares it. */
export function differsByWorker({ endpoint }: CallSite, process: ProcessFacts): boolean {
  return endpoint.kind === "port" && endpoint.node !== null && variesByWorker(endpoint.node, process.starts);
}

/** Somebody starts many of them, with arguments of their own or with the variable that the port is read from set anew for each. */
export function differsByLaunch({ endpoint }: CallSite, runs: readonly Run[]): boolean {
  if (endpoint.kind !== "port" || endpoint.node === null) return false;
  const { node } = endpoint;
  const many = runs.filter(({ count }) => isMany(count));
  if (many.some(({ kind }) => kind === "process") && readsArguments(node)) return true;
  return many.some(
    ({ environment }) => variesByWorker(node, [{ launch: { environment } }]) && !variesByWorker(node, []),
  );
}

/** The other listens on the same port and an overlapping host, in one scope with this one. */
export function othersOnPort(site: Site, sites: FileSites): readonly CallSite[] {
  let known = neighbours.get(sites);
  if (!known) neighbours.set(sites, (known = { taking: sites.sites.filter(takesPart), others: new WeakMap() }));
  const { taking, others } = known;
  let found = others.get(site);
  if (!found) {
    found = takesPart(site) ? taking.filter((other) => other.call !== site.call && meet(site, other, sites)) : [];
    others.set(site, found);
  }
  return found;
}

/** Of a file, found out once: several rules ask at every listen for all others. */
const neighbours = new WeakMap<
  FileSites,
  { taking: readonly CallSite[]; others: WeakMap<Site, readonly CallSite[]> }
>();

function takesPart(site: Site): site is CallSite {
  return isTcpListen(site) && !site.repeated;
}

function mixed(site: CallSite, around: Surroundings): Conflict | null {
  const { sites, environment } = around;
  const own = site.option("reusePort");
  if (own.state !== "absent" && own.value !== false) return null;
  const isShared = (each: CallSite) => {
    const reuse = reuseOf(each, environment);
    return reuse.state === "effective" && reuse.constant && !reuse.option.conditions?.length;
  };
  const other = othersOnPort(site, sites).find(isShared) ?? elsewhereOnPort(site, around).find(isShared);
  return other ? { kind: "mixed", other } : null;
}

/** The same in other modules of the program, which run whenever this one does. */
function elsewhereOnPort(site: CallSite, around: Surroundings): CallSite[] {
  if (site.kind !== "api" || around.process.inClusterWorker(site) !== "no") return [];
  return besideOf(site, around)
    .map((each) => each.site)
    .filter((other) => hostsOverlap(site, other));
}

function twice(site: CallSite, around: Surroundings): Conflict | null {
  const duplicate = duplicateOf(site, around);
  return duplicate && { kind: "duplicate", duplicate };
}
