import type { Node } from "../analysis/ast.ts";
import { fileOf, type SourceFile } from "../analysis/source.ts";
import type { Parse } from "../parse/lazy.ts";
import { both } from "../process/reach.ts";
import type { Role } from "../process/roles.ts";
import type { Run } from "../process/run.ts";
import type { ConfigurationProblem } from "../program/configuration-problem.ts";
import { normalPath, pathsOf } from "../program/paths.ts";
import type { Project } from "../program/project.ts";
import type { Site } from "../sockets/site.ts";
import { looksLikeTest } from "../test-files.ts";
import { affectedBy } from "./affected.ts";
import { callersOf } from "./callers.ts";
import { once, rootsOf, setUpsIn } from "./entries.ts";
import { importersOf, type Importers } from "./importers.ts";
import { configured, given, written, type GivenLaunches, type Launched } from "./launched.ts";
import { modulesOf, type Modules } from "./modules.ts";
import { companionsOf, onlyLoadOf } from "./companions.ts";
import { agentExchangersOf, optionSettersOf } from "./client-options.ts";
import { programOf, type Loading, type Program } from "./program.ts";
import { testsOf, type IsTest, type TestImport } from "./tests.ts";
import { treesOf, type Trees } from "./trees.ts";

export type { GivenLaunches } from "./launched.ts";
export type { TestImport } from "./tests.ts";

/** What a project says of the files in it: who runs them, beside whoever starts a file by hand, and what their values come from. */
export interface Runs extends Omit<Trees, "parsed"> {
  /**
   * The launches that may run a site; those that a file makes of itself aside, which it shows by itself. `filename`: the
   * file's path; `stated`: what the settings of the host say. Nothing is read before the first question, and a module is parsed only where a way leads through it.
   */
  of(filename: string, site: Site, stated?: GivenLaunches | null): readonly Run[];
  /** The same with those of one plain process: `node server.js` of a script. */
  every(filename: string, site: Site, stated?: GivenLaunches | null): readonly Run[];
  /** What of the project could not be looked at; nothing before the first question about runs. */
  problems(): readonly ConfigurationProblem[];
  /** Where the programs begin that load a file: what nobody loads; the file itself where nobody loads it. */
  roots(filename: string): readonly string[];
  /** Whether a module that somebody loads for what it exports comes by a site for certain. */
  loads(entry: string, loader: Loading, filename: string, site: Site): boolean;
  /** The tests that load a file for what it exports. They are read when this is asked, for their imports alone. */
  tests(filename: string, isTest: IsTest): readonly TestImport[];
  /** Whether what is found in a file may depend on one of these, of any kind: see `affectedBy`. */
  affected(changed: Iterable<string>): (filename: string) => boolean;
  /** The other modules of the programs that a file belongs to, of those whose text is accepted. */
  companions(filename: string, accepts: (text: string) => boolean): readonly SourceFile[];
}

/** What was found out, until a file changes. */
interface Known {
  /** Of the modules and of their trees, when this was begun. */
  changes: number;
  ways: number;
  forgotten: number;
  importers: Importers;
  configured: readonly Launched[];
  /** Worked out when somebody asks who runs a site. */
  launched(): readonly Launched[];
  /** A module has another tree, of the same text: its launches are places in that one. */
  replaced(path: string): void;
  programs: Map<string, Program>;
  answers: WeakMap<Node, readonly Run[]>;
  /** The same for launches of one plain process. */
  singles: WeakMap<Node, readonly Run[]>;
  ancestors: Map<string, ReadonlySet<string>>;
  /** The other modules of the same programs that may open ports. */
  companions: Map<string, readonly string[]>;
}

export function runsOf(project: Project, parse: Parse): Runs {
  const trees = treesOf(project, parse, {
    callersOf: (path, fn) => callersOf(modules, current().importers, path, fn),
    loadOf: (path) => onlyLoadOf(modules, current().importers, path),
    othersSetOptions: (path) => othersSetOptions(path),
    othersExchangeAgent: (path) => othersExchangeAgent(path),
    replaced: (path) => known?.replaced(path),
  });
  const modules = modulesOf(project, (path) => trees.parsed(path));
  const othersSetOptions = optionSettersOf(modules);
  const othersExchangeAgent = agentExchangersOf(modules);
  const tests = testsOf(modules);
  let known: Known | undefined;

  function current(): Known {
    modules.refresh();
    trees.update();
    if (!known || known.ways !== modules.ways) return (known = anew(importersOf(modules), configured(modules)));
    if (known.changes === modules.changes && known.forgotten === trees.forgotten) return known;
    // While somebody types, the ways between the files mostly stay what they are.
    known = anew(known.importers, known.configured);
    if (known.importers.stand()) return known;
    modules.haveOtherWays();
    trees.update(true);
    return current();
  }
  function anew(importers: Importers, configuration: readonly Launched[]): Known {
    return begin(modules, trees.forgotten, importers, configuration);
  }
  function ask(filename: string, site: Site, stated: GivenLaunches | null, single: boolean): readonly Run[] {
    const path = normalPath(filename);
    const file = fileOf(site.call);
    // Its tree is the host's before anybody makes another one of the same text.
    if (file.path === path) trees.adopt(path, file);
    const state = current();
    const found = state.launched();
    const all = stated ? preferred([...given(modules, stated), ...found]) : found;
    const launched = all.filter((each) => each.single === single);
    if (launched.length === 0) return [];
    const answers = single ? state.singles : state.answers;
    let runs = answers.get(site.call);
    if (!runs) answers.set(site.call, (runs = find(state, launched, modules, path, site)));
    return runs;
  }
  return {
    ...trees,
    of: (filename, site, stated = null) => ask(filename, site, stated, false),
    every: (filename, site, stated = null) => [
      ...ask(filename, site, stated, false),
      ...ask(filename, site, stated, true),
    ],
    problems: () => (known ? [...modules.problems(), ...configurationsOf(project)] : []),
    roots: (filename) => rootsOf(normalPath(filename), current().importers),
    loads(entry, loader, filename, site) {
      const { importers } = current();
      return (
        programOf(modules, importers, entry, ["main-thread", "cluster-primary", "parent"], loader).reaches(
          normalPath(filename),
          site,
        ) === "yes"
      );
    },
    tests: (filename, isTest) => tests.of(normalPath(filename), isTest),
    affected(changed) {
      const { importers, launched } = current();
      return affectedBy(changed, modules, importers.withTypes(), launched);
    },
    companions(filename, accepts) {
      const path = normalPath(filename);
      const { companions, importers } = current();
      let found = companions.get(path);
      if (!found) companions.set(path, (found = companionsOf(modules, importers, path, accepts)));
      return found.flatMap((each) => modules.parsed(each) ?? []);
    },
  };
}

/** What is wrong with configurations. Fixtures may be broken on purpose. */
function configurationsOf({ root, resolver, launches }: Project): ConfigurationProblem[] {
  const { relative } = pathsOf(root);
  return [...launches().problems, ...resolver.problems()].filter(
    ({ path }) => !looksLikeTest(relative(root, path).replaceAll("\\", "/")),
  );
}

function begin(modules: Modules, forgotten: number, importers: Importers, configured: readonly Launched[]): Known {
  const { changes, ways } = modules;
  const byModule = new Map<string, readonly Launched[]>();
  let launched: readonly Launched[] | undefined;
  const state: Known = {
    changes,
    ways,
    forgotten,
    importers,
    configured,
    launched: () => (launched ??= preferred([...configured, ...fromCode()])),
    replaced(path) {
      if (byModule.delete(path)) launched = undefined;
    },
    programs: new Map(),
    answers: new WeakMap(),
    singles: new WeakMap(),
    ancestors: new Map(),
    companions: new Map(),
  };
  return state;

  function fromCode(): Launched[] {
    const programOf = (entry: string, roles: readonly Role[]) => programIn(state, modules, entry, roles);
    const setUps = once(() => setUpsIn(modules, importers));
    return [...modules.all()].flatMap(([path, { mayLaunch }]) => {
      if (!mayLaunch) return [];
      let found = byModule.get(path);
      if (!found) byModule.set(path, (found = written(modules, importers, setUps, programOf, path)));
      return found;
    });
  }
}

/** What the project states of a file itself wins over everything that was found out. */
function preferred(all: readonly Launched[]): Launched[] {
  const paths = new Set(all.flatMap(({ stated, entries }) => (stated ? entries().map(({ path }) => path) : [])));
  return all.map((each) =>
    each.stated ? each : { ...each, entries: () => each.entries().filter(({ path }) => !paths.has(path)) },
  );
}

function programIn({ programs, importers }: Known, modules: Modules, entry: string, roles: readonly Role[]): Program {
  const key = `${entry}\0${roles.join()}`;
  let program = programs.get(key);
  if (!program) programs.set(key, (program = programOf(modules, importers, entry, roles)));
  return program;
}

function find(state: Known, all: readonly Launched[], modules: Modules, path: string, site: Site): Run[] {
  let leading = state.ancestors.get(path);
  if (!leading) state.ancestors.set(path, (leading = state.importers.ancestors(path)));
  return all.flatMap((launched): Run[] => {
    const { kind, count, environment, where, node, roles } = launched;
    const entries = launched.entries().filter((entry) => leading.has(entry.path));
    if (entries.length === 0 || launched.isOwn?.(path) || launched.happens() === "no") return [];
    const ways = entries.flatMap(({ path: entry, sure }) => {
      if (!sure && launched.mayBegin?.(entry) === false) return [];
      const reached = programIn(state, modules, entry, roles).reaches(path, site);
      const way = sure ? reached : "maybe";
      return reached === "no" ? [] : [{ entry, way, answer: both(launched.happens(), way) }];
    });
    // Where there are several, none of them is certain.
    const [best] = ways;
    if (!best) return [];
    const certainty = best.answer === "yes" ? "proven" : "maybe";
    const text = () => modules.project.resolver.files.read(where.file);
    // What a request starts runs beside the program for certain as soon as it runs at all.
    const follows = () => best.way === "yes" && launched.onRequest?.() === true;
    const beside = () => (certainty === "proven" || follows()) && launched.comesBy?.(path, site) === "yes";
    const starter = () => (modules.all().has(where.file) ? modules.parsed(where.file) : null);
    return [
      { kind, count, certainty, environment, entry: best.entry, where, ...(node && { node }), beside, starter, text },
    ];
  });
}
