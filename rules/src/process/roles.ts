import { indexOf, type SourceFile } from "../analysis/source.ts";
import { mentions } from "../analysis/text.ts";
import { canonicalModule } from "../catalogue/index.ts";
import type { Site } from "../sockets/site.ts";
import type { Assumptions } from "../analysis/assumptions.ts";

/**
 * What a process or thread can be. `entry` and `imported` say how a module is loaded; `first-instance` and
 * `other-instance` are processes of pm2.
 */
export type Role =
  | "cluster-primary"
  | "cluster-worker"
  | "main-thread"
  | "worker-thread"
  | "parent"
  | "child"
  | "entry"
  | "imported"
  | "first-instance"
  | "other-instance";

/** The roles as assumptions about what the code tests. */
export const ROLES: Readonly<Record<Role, Assumptions>> = {
  "cluster-primary": {
    "cluster.isPrimary": true,
    "cluster.isMaster": true,
    "cluster.isWorker": false,
    "cluster.worker": undefined,
    "process.env.NODE_UNIQUE_ID": undefined,
  },
  "cluster-worker": {
    "cluster.isPrimary": false,
    "cluster.isMaster": false,
    "cluster.isWorker": true,
    "cluster.worker": {},
    "process.env.NODE_UNIQUE_ID": "1",
  },
  "main-thread": {
    "worker_threads.isMainThread": true,
    "worker_threads.parentPort": null,
    "worker_threads.workerData": null,
    "worker_threads.threadId": 0,
    "bun.isMainThread": true,
  },
  "worker-thread": {
    "worker_threads.isMainThread": false,
    "worker_threads.parentPort": {},
    "bun.isMainThread": false,
  },
  parent: { "process.send": undefined, "process.connected": undefined },
  child: { "process.send": "send", "process.connected": true },
  entry: { "import.meta.main": true, "module.parent": null },
  imported: { "import.meta.main": false, "module.parent": {} },
  "first-instance": { "process.env.NODE_APP_INSTANCE": "0", "process.env.pm_id": "0" },
  "other-instance": { "process.env.NODE_APP_INSTANCE": "1", "process.env.pm_id": "1" },
};

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
  if (site.kind === "raw") return false;
  const option = site.option("reusePort");
  return option.state === "open" || (option.conditions?.length ?? 0) > 0;
}
