import type { Node } from "../analysis/ast.ts";
import { conditionsOf, exclude } from "../analysis/conditions.ts";
import type { Site } from "../sockets/site.ts";
import { isMany, sum } from "./counts.ts";
import type { Launch } from "./launches.ts";
import { runsIn, siteRunsIn, type Answer } from "./reach.ts";
import type { Role } from "./roles.ts";

/** A launch of further threads or processes that run this very file. */
export interface Start {
  kind: "threads" | "processes";
  /** By node:cluster, whose workers share what the primary opens. */
  cluster: boolean;
  call: Node;
  /** Two or more at the same time: in a loop, per CPU, or written more than once. */
  many: boolean;
  launch: Launch;
}

/** The launches that run this file, those in the place of one that has ended aside. */
export function startsOf(launches: readonly Launch[]): Start[] {
  const own = launches
    .filter((each) => each.target.kind === "self" && each.count !== 0)
    .map((launch) => ({ launch, conditions: conditionsOf(launch.node) }));
  return own.map(({ launch, conditions }) => {
    const beside = own.filter((each) => each.launch.kind === launch.kind && !exclude(conditions, each.conditions));
    return {
      kind: launch.kind === "thread" ? "threads" : "processes",
      cluster: launch.kind === "cluster",
      call: launch.node,
      many: isMany(sum(beside.map((each) => each.launch.count))),
      launch,
    };
  });
}

const SIDES: Readonly<Record<Launch["kind"], readonly [launcher: readonly Role[], started: readonly Role[]]>> = {
  cluster: [
    ["cluster-primary", "main-thread", "entry"],
    ["cluster-worker", "main-thread", "entry"],
  ],
  thread: [["main-thread"], ["worker-thread"]],
  process: [
    ["parent", "main-thread", "entry"],
    ["child", "main-thread", "entry"],
  ],
};

/** Whether what a launch starts runs a site. */
export function startRuns({ launch }: Start, site: Site): Answer {
  return siteRunsIn(site, SIDES[launch.kind][1]);
}

/** A launch that surely happens, where the launcher and what it starts both run the site. */
export function launcherBeside(site: Site, starts: readonly Start[]): Start | null {
  return (
    starts.find(({ launch }) => {
      const [launcher, started] = SIDES[launch.kind];
      return (
        launch.always &&
        (launch.count !== "unknown" || launch.someByDefault === true) &&
        (launch.returnsInWorkers === true || runsIn(launch.node, started) === "no") &&
        siteRunsIn(site, launcher) === "yes" &&
        siteRunsIn(site, started) === "yes"
      );
    }) ?? null
  );
}
