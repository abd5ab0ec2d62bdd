import { enclosingFunction, type Node } from "../analysis/ast.ts";
import { conditionsOf } from "../analysis/conditions.ts";
import { repeated } from "../process/repeats.ts";
import { launchesOf, type Launch as WrittenLaunch } from "../process/launches.ts";
import type { Variable } from "../process/environment.ts";
import { both, either, type Answer } from "../process/reach.ts";
import type { Role } from "../process/roles.ts";
import { isCluster, sharesPorts } from "../process/run.ts";
import type { Launch, LaunchCount, LaunchKind, Where } from "../program/launches/index.ts";
import { KINDS } from "../program/launches/declared.ts";
import { pathsOf } from "../program/paths.ts";
import type { UserSettings } from "../settings.ts";
import type { Site } from "../sockets/site.ts";
import type { Importers } from "./importers.ts";
import { entriesOf, once, packageEntries, rootsOf, setUpElsewhere, unsure, type Entry, type SetUp } from "./entries.ts";
import type { Modules } from "./modules.ts";
import type { Program } from "./program.ts";

/** Somebody starts files of the project in further processes or threads. */
export interface Launched {
  kind: LaunchKind;
  count: LaunchCount;
  /** Where each of them begins, and whether that is where it begins. */
  entries(): readonly Entry[];
  roles: readonly Role[];
  /** Whether an entry that is not sure can be one at all; absent: it can. */
  mayBegin?(entry: string): boolean;
  /** Whether it happens at all. */
  happens(): Answer;
  /** Whether the program that launches comes by a site itself; absent where a configuration launches. */
  comesBy?(path: string, site: Site): Answer;
  /** Whether requests make it happen, whatever they ask for. */
  onRequest?(): boolean;
  /** Variables that the launch sets; null where nobody can say which. */
  environment: readonly Variable[] | null;
  where: Where;
  /** The call that launches; absent where a configuration does. */
  node?: Node;
  /** Whether it is this module that starts itself: its own analysis speaks for it. Absent where a configuration launches. */
  isOwn?(path: string): boolean;
  /** The project states it: `portreuse.launches`. */
  stated: boolean;
  /** One plain process, which is what everything is without a launch. */
  single: boolean;
}

/** What is started, by how: which roles the launcher has, and which what it launches. */
const SIDES: Readonly<Record<WrittenLaunch["kind"], { launcher: readonly Role[]; started: readonly Role[] }>> = {
  cluster: { launcher: ["cluster-primary", "main-thread"], started: ["cluster-worker", "main-thread"] },
  thread: { launcher: ["main-thread"], started: ["worker-thread"] },
  // Without a channel to the parent there is no `process.send`, so nothing is said of it here.
  process: { launcher: ["parent", "main-thread"], started: ["main-thread"] },
};

const STARTED: Readonly<Record<LaunchKind, readonly Role[]>> = {
  cluster: SIDES.cluster.started,
  "pm2-cluster": SIDES.cluster.started,
  thread: SIDES.thread.started,
  process: SIDES.process.started,
  "pm2-fork": SIDES.process.started,
  "deno-serve": [],
  unknown: [],
};

/** What configuration files start. */
export function configured(modules: Modules): Launched[] {
  const { project } = modules;
  const begins = new Map<string, readonly Entry[]>();
  /** What the package around a configuration begins with: many of its lines may start any of that. */
  const unknownEntries = (file: string): readonly Entry[] => {
    let found = begins.get(file);
    if (!found) begins.set(file, (found = unsure(packageEntries(modules, file))));
    return found;
  };
  return project.launches().launches.flatMap((launch): Launched[] => {
    if (launch.count === 0) return [];
    const { kind, count, always, where, environment, portVariable } = launch;
    const entries = (): readonly Entry[] =>
      launch.entry !== null
        ? [{ path: launch.entry, sure: true }]
        : sharesPorts(kind)
          ? unknownEntries(where.file)
          : [];
    const variables = Object.entries(environment).map(([name, value]) => ({ name, varies: value === null }));
    return [
      {
        kind,
        count,
        entries,
        roles: STARTED[kind],
        happens: () => (always ? "yes" : "maybe"),
        environment: portVariable === null ? variables : [...variables, { name: portVariable, varies: true }],
        where,
        stated: launch.stated === true,
        single: isSingle(launch),
      },
    ];
  });
}

/** Launches that the settings of a host state, by paths below a folder. */
export interface GivenLaunches {
  folder: string;
  launches: NonNullable<UserSettings["launches"]>;
}

export function given(modules: Modules, { folder, launches }: GivenLaunches): Launched[] {
  return Object.entries(launches).flatMap(([path, { as, count }]): Launched[] => {
    const entry = modules.project.resolver.entry(pathsOf(folder).join(folder, path));
    const kind = KINDS[as];
    if (entry === null || kind === undefined) return [];
    return [
      {
        kind,
        count: as === "once" ? 1 : (count ?? "many"),
        entries: () => [{ path: entry, sure: true }],
        roles: STARTED[kind],
        happens: () => "yes",
        environment: [],
        where: { file: entry, range: [0, 0] },
        stated: true,
        single: false,
      },
    ];
  });
}

function isSingle({ kind, count, stated }: Launch): boolean {
  return stated !== true && count === 1 && !isCluster(kind) && kind !== "unknown";
}

/** In a request handler, under no condition and in no function within it. */
function isOnRequest(node: Node): boolean {
  const found = repeated(node);
  return found?.by === "handler" && found.at === enclosingFunction(node) && conditionsOf(node).length === 0;
}

/** What a module of the project starts itself. */
export function written(
  modules: Modules,
  importers: Importers,
  setUps: () => readonly SetUp[],
  programOf: (entry: string, roles: readonly Role[]) => Program,
  path: string,
): Launched[] {
  const file = modules.parsed(path);
  if (!file) return [];
  return launchesOf(file, path).flatMap((launch): Launched[] => {
    if (launch.count === 0) return [];
    const { kind, count, target, environment, node } = launch;
    const { launcher, started } = SIDES[kind];
    // Worked out when a site asks whether this launch leads to it.
    const roots = once(() => rootsOf(path, importers));
    const happens = (): Answer => {
      // `always` also knows what the launch itself tells its children; `runs` knows the other modules.
      if (launch.always && roots().includes(path)) return "yes";
      return either(roots().map((root) => programOf(root, launcher).runs(path, node)));
    };
    const own = () => target.kind === "self" && (target.of === "file" || roots().includes(path));
    return [
      {
        kind,
        count,
        entries: once(() => setUpElsewhere(launch, roots, setUps) ?? entriesOf(launch, path, roots, modules)),
        roles: started,
        // What is certain to start the same workers once more is not what they run.
        mayBegin: (entry) => target.kind === "self" || programOf(entry, started).runs(path, node) !== "yes",
        happens: once(happens),
        onRequest: () => isOnRequest(node),
        comesBy: (at, site) =>
          roots()
            .map((root) => programOf(root, launcher).reaches(at, site))
            .reduce(both, "yes"),
        environment,
        where: { file: path, range: node.range },
        node,
        isOwn: (asking) => asking === path && own(),
        stated: false,
        single: false,
      },
    ];
  });
}
