import type { TSESTree } from "@typescript-eslint/types";
import type { Node } from "../analysis/ast.ts";
import { conditionsOf } from "../analysis/conditions.ts";
import { indexOf } from "../analysis/source.ts";
import { canonicalModule } from "../catalogue/index.ts";
import type { Runtime } from "../catalogue/types.ts";
import type { FileSites, Site } from "../sockets/sites.ts";
import { clusterListen, type ClusterListen } from "./cluster-listens.ts";
import { handlesUnsupported } from "./error-handling.ts";
import { findStarts, type Start } from "./launches.ts";
import { primaryUse } from "./primary.ts";
import { isProbe } from "./probes.ts";
import {
  CHILD,
  CLUSTER_PRIMARY,
  CLUSTER_WORKER,
  MAIN_THREAD,
  PARENT,
  WORKER_THREAD,
  exclude,
  isConditionalShare,
  isWorkerFile,
  mentionsSecond,
  onlyIn,
  reachable,
} from "./roles.ts";

export { variesByWorker, type Start } from "./launches.ts";
export { exclude } from "./roles.ts";

/** What a file says of the process it runs in. */
export interface ProcessFacts {
  importsCluster: boolean;
  starts: readonly Start[];
  /** The file shows that there is more than one process or thread. */
  secondInSight: boolean;
  /** Which side of a cluster this runs on; null when on both or there is none. */
  clusterRole(site: Site): "primary" | "worker" | null;
  /** What a plain listen does where it runs in a cluster worker; null where it does not, or where that is unknown. */
  clusterListen(site: Site): ClusterListen;
  /** Runs in worker threads or child processes only, told apart in this file. */
  workerSide(site: Site): "threads" | "processes" | null;
  /** The program leans on the primary's view of its workers: the call that shows it. */
  reliesOnPrimary: Node | null;
  /** The server is closed as soon as it listens: a check whether the port is free. */
  isProbe(site: Site): boolean;
  /** ENOTSUP is looked at where errors of this socket arrive. */
  handlesUnsupported(site: Site): boolean;
}

const cache = new WeakMap<TSESTree.Program, ProcessFacts>();

export function processOf(all: FileSites, filename: string, runtime: Runtime): ProcessFacts {
  let facts = cache.get(all.file.ast);
  if (!facts) cache.set(all.file.ast, (facts = collect(all, filename, runtime)));
  return facts;
}

function collect(all: FileSites, filename: string, runtime: Runtime): ProcessFacts {
  const { file } = all;
  const index = indexOf(file);
  const modules = new Set([...index.modules].map(canonicalModule));
  const importsCluster = modules.has("cluster");
  let starts: Start[] | undefined;
  const theStarts = () => (starts ??= findStarts(file, filename));
  let relies: Node | null | undefined;
  const clusterRole = (site: Site) => {
    if (!importsCluster) return null;
    const primary = reachable(site.conditions, CLUSTER_PRIMARY);
    const worker = reachable(site.conditions, CLUSTER_WORKER);
    return primary === worker ? null : primary ? "primary" : "worker";
  };
  return {
    importsCluster,
    get starts() {
      return theStarts();
    },
    get secondInSight() {
      return (
        importsCluster ||
        modules.has("worker_threads") ||
        theStarts().length > 0 ||
        mentionsSecond(file) ||
        all.sites.some(isConditionalShare)
      );
    },
    clusterRole,
    clusterListen: (site) => (clusterRole(site) === "worker" ? clusterListen(site.api, runtime) : null),
    workerSide(site) {
      if (onlyIn(site, MAIN_THREAD, WORKER_THREAD)) return "threads";
      if (onlyIn(site, PARENT, CHILD)) return "processes";
      if (runtime !== "node" && importsCluster && onlyIn(site, CLUSTER_PRIMARY, CLUSTER_WORKER)) return "processes";
      const start = theStarts().find((each) => exclude(conditionsOf(each.call), site.conditions));
      return start?.kind ?? (isWorkerFile(file) ? "threads" : null);
    },
    get reliesOnPrimary() {
      return relies === undefined ? (relies = primaryUse(file)) : relies;
    },
    isProbe: (site) => isProbe(all, site),
    handlesUnsupported: (site) => handlesUnsupported(all, site),
  };
}
