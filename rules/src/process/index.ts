import type { Node } from "../analysis/ast.ts";
import { conditionsOf, exclude } from "../analysis/conditions.ts";
import { indexOf } from "../analysis/source.ts";
import { holds } from "../analysis/text.ts";
import { canonicalModule } from "../catalogue/index.ts";
import type { Runtime } from "../catalogue/types.ts";
import type { FileSites, Site } from "../sockets/site.ts";
import { clusterListen, endOf, type ClusterListen } from "./cluster-listens.ts";
import { handlesUnsupported } from "./error-handling.ts";
import { runsAnother } from "./targets.ts";
import { launchesOf, type Launch } from "./launches.ts";
import { primaryUse } from "./primary.ts";
import { isProbe } from "./probes.ts";
import { siteRunsIn, type Answer } from "./reach.ts";
import { isConditionalShare, isWorkerFile, mentionsSecond, type Role } from "./roles.ts";
import { launcherBeside, startsOf, type Start } from "./starts.ts";

export { launchesOf, type Launch } from "./launches.ts";
export { runsIn, type Answer } from "./reach.ts";
export type { Role } from "./roles.ts";
export type { Start } from "./starts.ts";
export { isSameEverywhere, readsArguments, variesByWorker } from "./varies.ts";

/** What a file says of the process it runs in. */
export interface ProcessFacts {
  importsCluster: boolean;
  /** Everything that the file starts. */
  launches: readonly Launch[];
  /** The launches that run this very file. */
  starts: readonly Start[];
  /** The file shows that there is more than one process or thread. */
  secondInSight: boolean;
  /** Which side of a cluster this runs on; null when on both or there is none. */
  clusterRole(site: Site): "primary" | "worker" | null;
  /** Whether a cluster worker runs this; `no` too where the file shows nothing of a cluster that would run it. */
  inClusterWorker(site: Site): Answer;
  /** What a plain listen of this API does in a cluster worker of this runtime; null where nobody has looked. */
  clusterListen(site: Site): ClusterListen;
  /** Runs in worker threads or child processes only, told apart in this file. */
  workerSide(site: Site): "threads" | "processes" | null;
  /** A launch of this file where the launcher and what it starts both run the site. */
  launcherBeside(site: Site): Start | null;
  /** The program leans on the primary's view of its workers: the call that shows it. */
  reliesOnPrimary: Node | null;
  /** The server is closed as soon as it listens: a check whether the port is free. */
  isProbe(site: Site): boolean;
  /** ENOTSUP is looked at where errors of this socket arrive. */
  handlesUnsupported(site: Site): boolean;
}

const cache = new WeakMap<FileSites, ProcessFacts>();

export function processOf(all: FileSites, filename: string, runtime: Runtime): ProcessFacts {
  let facts = cache.get(all);
  if (!facts) cache.set(all, (facts = collect(all, filename, runtime)));
  return facts;
}

/** What a file has in its text that tells threads, children or cluster workers apart: a cheap first look. */
const THREADED = /\b(?:isMainThread|parentPort|workerData|threadId)\b/;
const FORKED = /\b(?:send|connected)\b/;
const CLUSTERED = /\bis(?:Worker|Primary|Master)\b|\bcluster\??\.worker\b|\bNODE_UNIQUE_ID\b/;

function collect(all: FileSites, filename: string, runtime: Runtime): ProcessFacts {
  const { file } = all;
  const modules = new Set([...indexOf(file).modules].map(canonicalModule));
  const importsCluster = modules.has("cluster");
  let relies: Node | null | undefined;
  let starts: Start[] | undefined;
  const launches = () => launchesOf(file, filename);
  const theStarts = () => (starts ??= startsOf(launches()));
  const clusters = () => launches().filter((each) => each.kind === "cluster");
  const roles = (site: Site) => ({
    primary: siteRunsIn(site, ["cluster-primary", "main-thread"]),
    worker: siteRunsIn(site, ["cluster-worker", "main-thread"]),
  });
  const inCluster = () => holds(file, CLUSTERED) || clusters().length > 0;
  let inSight: boolean | undefined;
  return {
    importsCluster,
    get launches() {
      return launches();
    },
    get starts() {
      return theStarts();
    },
    get secondInSight() {
      return (inSight ??=
        importsCluster ||
        modules.has("worker_threads") ||
        theStarts().length > 0 ||
        mentionsSecond(file) ||
        all.sites.some(isConditionalShare));
    },
    clusterRole(site) {
      if (!inCluster()) return null;
      const { primary, worker } = roles(site);
      return (primary === "no") === (worker === "no") ? null : worker === "no" ? "primary" : "worker";
    },
    inClusterWorker(site) {
      if (!inCluster()) return "no";
      const { primary, worker } = roles(site);
      // Workers that run other files never come here, unless this file is one of those.
      const elsewhere = clusters().length > 0 && clusters().every((each) => runsAnother(each.target, filename));
      return elsewhere && primary !== "no" ? "no" : worker;
    },
    clusterListen: (site) => clusterListen(endOf(site, runtime), runtime),
    workerSide(site) {
      if (holds(file, THREADED) && onlyIn(site, "main-thread", THREAD)) return "threads";
      if (holds(file, FORKED) && onlyIn(site, "parent", "child")) return "processes";
      const alone = clusterListen(endOf(site, runtime), runtime) === "alone";
      if (alone && importsCluster && onlyIn(site, "cluster-primary", "cluster-worker")) return "processes";
      const start = theStarts().find(
        (each) =>
          (!each.cluster || alone) &&
          (each.kind !== "threads" || siteRunsIn(site, THREAD) !== "no") &&
          exclude(conditionsOf(each.call), site.conditions),
      );
      return start?.kind ?? (isWorkerFile(file) ? "threads" : null);
    },
    launcherBeside: (site) => launcherBeside(site, theStarts()),
    get reliesOnPrimary() {
      return relies === undefined ? (relies = primaryUse(file)) : relies;
    },
    isProbe: (site) => isProbe(all, site),
    handlesUnsupported: (site) => handlesUnsupported(all, site),
  };
}

/** To the cluster module a thread is a primary, also one that a cluster worker starts. */
const THREAD: readonly Role[] = ["worker-thread", "cluster-primary"];

function onlyIn(
  site: Site,
  not: "main-thread" | "parent" | "cluster-primary",
  yes: "child" | "cluster-worker" | readonly Role[],
): boolean {
  return siteRunsIn(site, not) === "no" && siteRunsIn(site, yes) !== "no";
}
