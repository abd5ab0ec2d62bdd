import { holds, type Condition } from "../analysis/conditions.ts";
import { indexOf, mentions, type SourceFile } from "../analysis/source.ts";
import { canonicalModule } from "../catalogue/index.ts";
import type { Site } from "../sockets/sites.ts";
import type { Assumptions } from "../analysis/assumptions.ts";

/** Roles that a process or thread can have, as assumptions about what the code tests. */
export const CLUSTER_PRIMARY: Assumptions = {
  "cluster.isPrimary": true,
  "cluster.isMaster": true,
  "cluster.isWorker": false,
};
export const CLUSTER_WORKER: Assumptions = {
  "cluster.isPrimary": false,
  "cluster.isMaster": false,
  "cluster.isWorker": true,
};
export const MAIN_THREAD: Assumptions = {
  "worker_threads.isMainThread": true,
  "worker_threads.parentPort": null,
  "worker_threads.workerData": null,
  "worker_threads.threadId": 0,
  "bun.isMainThread": true,
};
export const WORKER_THREAD: Assumptions = {
  "worker_threads.isMainThread": false,
  "worker_threads.parentPort": {},
  "bun.isMainThread": false,
};
export const PARENT: Assumptions = { "process.send": undefined, "process.connected": undefined };
export const CHILD: Assumptions = { "process.send": "send", "process.connected": true };

/** Whether code under these conditions may run in a role. */
export function reachable(conditions: readonly Condition[], assume: Assumptions): boolean {
  return conditions.every((each) => holds(each, assume) !== false);
}

/** Runs in one role and never in the other. */
export function onlyIn(site: Site, not: Assumptions, yes: Assumptions): boolean {
  return !reachable(site.conditions, not) && reachable(site.conditions, yes);
}

/** Two sets of conditions that cannot hold at once: one test is true here and false there, or other cases of one switch are meant. */
export function exclude(a: readonly Condition[], b: readonly Condition[]): boolean {
  return a.some((x) => b.some((y) => x.test === y.test && (x.cases && y.cases ? otherCases(x, y) : x.when !== y.when)));
}

function otherCases(x: Condition, y: Condition): boolean {
  const shared = x.cases?.some((each) => y.cases?.includes(each)) ?? false;
  return x.when && y.when ? !shared : x.when !== y.when && shared;
}

/** A file that speaks to its parent thread and never asks whether it is the main one: it only runs as a worker. */
export function isWorkerFile(file: SourceFile): boolean {
  if (![...indexOf(file).modules].some((each) => canonicalModule(each) === "worker_threads")) return false;
  return (
    (mentions(file, "parentPort") || mentions(file, "workerData")) &&
    !mentions(file, "isMainThread") &&
    !mentions(file, "Worker")
  );
}

/** Names that stand in programs of more than one process or thread. */
const SECOND = [
  "fork",
  "isMainThread",
  "parentPort",
  "NODE_APP_INSTANCE",
  "pm_id",
  "cpus",
  "availableParallelism",
  "hardwareConcurrency",
  "NODE_UNIQUE_ID",
];

/** Whether the text speaks of a second process or thread. */
export function mentionsSecond(file: SourceFile): boolean {
  return (
    SECOND.some((name) => mentions(file, name)) ||
    (file.text.includes(".send") && /\bprocess\??\.send\b/.test(file.text))
  );
}

/** `reusePort` under a condition: somebody thought of more than one process. */
export function isConditionalShare(site: Site): boolean {
  const option = site.option("reusePort");
  return option.state === "set" && (!("value" in option) || (option.conditions?.length ?? 0) > 0);
}
