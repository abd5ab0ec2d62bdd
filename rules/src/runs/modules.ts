import type { SourceFile } from "../analysis/source.ts";
import { isGenerated } from "../generated.ts";
import { holdsCode, isCode, mayStartRuntime } from "../program/extensions.ts";
import type { ConfigurationProblem } from "../program/configuration-problem.ts";
import { isLaunchConfiguration } from "../program/launches/index.ts";
import { childOf } from "../program/paths.ts";
import type { Project } from "../program/project.ts";
import { isManifest } from "../program/root.ts";
import { NOT_WRITTEN } from "../program/workspaces.ts";
import { looksLikeTest } from "../test-files.ts";
import { scanned, type Scanned as Look } from "./scan.ts";

/** A project with more files than this is looked at in part. */
const MOST_MODULES = 20_000;
/** The same where neither a manifest nor a repository says that the folder is a project: it may be a home directory, or a whole disk. */
const MOST_LOOSE_FILES = 1_000;
/** What decides where specifiers lead, beside the manifests. */
const RESOLVES = /^(?:[jt]sconfig[\w.-]*\.json|pnpm-workspace\.yaml|\.yarnrc\.yml)$/;
export const LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", "bower_components", ...NOT_WRITTEN]);

/** Whether a file of this name may say where specifiers lead, or what is started. */
export function configures(name: string): boolean {
  return isLaunchConfiguration(name) || RESOLVES.test(name);
}

/** What is known of a module; another object once its text is another. */
interface Module extends Look {
  stamp: string;
}

/** The code of a project, tests aside. `parsed` is that of its trees. */
export interface Modules {
  project: Project;
  /** Compares everything with the disk, if something may have changed. */
  refresh(): void;
  /** Another number whenever that has found other code. */
  readonly changes: number;
  /** Another number whenever that has found what may be other ways from file to file, or other configurations. */
  readonly ways: number;
  /** Some ways rest on values, and those have changed. */
  haveOtherWays(): void;
  /** That there are more than are looked at. */
  problems(): readonly ConfigurationProblem[];
  /** In alphabetical order within a directory. */
  all(): ReadonlyMap<string, Module>;
  /** The tree of a module; null where it cannot be parsed. */
  parsed(path: string): SourceFile | null;
}

export function modulesOf(project: Project, parsed: Modules["parsed"]): Modules {
  const { files } = project.resolver;
  let version: number | null = null;
  let layout: number | null = null;
  let known = new Map<string, Module>();
  /** The stamps of what decides where specifiers lead and what is started, by path. */
  let configuration = new Map<string, string>();
  /** The same of what a machine has written and of what cannot be read. */
  let generated = new Map<string, string>();
  let changes = 0;
  let ways = 0;
  /** What is looked at, as long as the layout is the same. */
  let paths: readonly Found[] = [];
  let partly: ConfigurationProblem[] = [];

  function refresh(): void {
    // Looking at the disk may itself bring news.
    if (files.version() === version) return;
    // A file that was not there before, of whatever kind, may be what a specifier means.
    let otherWays = files.layout() !== layout;
    let otherCode = false;
    [version, layout] = [files.version(), files.layout()];
    if (otherWays) paths = list();
    const before = { known, configuration, generated };
    [known, configuration, generated] = [new Map(), new Map(), new Map()];
    for (const { path, isModule, configures } of paths) {
      // What is new is read first, and says by the way when it was written.
      const isNew = isModule && !before.known.has(path) && !before.generated.has(path);
      if (isNew) files.read(path);
      const stamp = files.stamp(path);
      if (stamp === null) continue;
      if (configures) {
        configuration.set(path, stamp);
        if (before.configuration.get(path) !== stamp) otherWays = true;
      }
      if (!isModule) continue;
      const old = before.known.get(path);
      if (old?.stamp === stamp) known.set(path, old);
      else if (before.generated.get(path) === stamp) generated.set(path, stamp);
      else {
        const text = files.read(path);
        if (text === null || isGenerated(text)) {
          generated.set(path, stamp);
          continue;
        }
        const now = { ...scanned(text), stamp };
        known.set(path, now);
        otherCode = true;
        if (!old || !loadTheSame(old, now)) otherWays = true;
      }
    }
    if (known.size !== before.known.size || configuration.size !== before.configuration.size) otherWays = true;
    if (otherWays || otherCode) changes++;
    if (otherWays) ways++;
  }
  function list(): Found[] {
    const most = mostIn(project);
    const found: Found[] = [];
    partly = [];
    for (const each of pathsBelow(project, most)) {
      if (each) {
        found.push(each);
        continue;
      }
      const shown = most.toLocaleString("en-US");
      const text =
        `expected at most ${shown} modules, and there are more. ` +
        `Who runs a file was looked up in the first ${shown} alone.`;
      partly = [{ path: project.root, place: null, text, isWhole: false }];
    }
    return found;
  }
  return {
    project,
    refresh,
    problems: () => partly,
    all: () => known,
    parsed,
    haveOtherWays: () => void ways++,
    get changes() {
      return changes;
    },
    get ways() {
      return ways;
    },
  };
}

function loadTheSame(a: Look, b: Look): boolean {
  const names = ({ specifiers, types }: Look) => [...specifiers, "", ...types].join("\0");
  return !a.loadsMore && !b.loadsMore && names(a) === names(b);
}

interface Found {
  path: string;
  isModule: boolean;
  configures: boolean;
}

function mostIn({ root, resolver: { files } }: Project): number {
  return files.list(root).some((name) => name === ".git" || isManifest(name)) ? MOST_MODULES : MOST_LOOSE_FILES;
}

/** Ends with null where there are more than `most`. */
function* pathsBelow({ root, resolver: { files } }: Project, most: number): Generator<Found | null> {
  /** `below`: where the directory lies below the root, with forward slashes, one of them at the end. */
  const queue = [{ directory: root, below: "" }];
  let count = 0;
  for (let i = 0; i < queue.length; i++) {
    if (i >= most) return yield null;
    const { directory, below } = queue[i] as (typeof queue)[number];
    const folders = new Set(files.directories(directory));
    for (const name of files.list(directory)) {
      if (folders.has(name)) {
        const folder = `${below}${name}/`;
        if (!name.startsWith(".") && !LEFT_OUT.has(name) && !looksLikeTest(folder))
          queue.push({ directory: childOf(directory, name), below: folder });
        continue;
      }
      const isConfiguration = configures(name);
      // A folder that nobody calls a project may be full of programs, none of which is worth reading.
      const isCandidate = isCode(name) || (most !== MOST_LOOSE_FILES && mayStartRuntime(name));
      if (!isCandidate && !isConfiguration) continue;
      if (++count > most) return yield null;
      const path = childOf(directory, name);
      const isModule = isCandidate && holdsCode(files, path) && !looksLikeTest(below + name);
      if (isModule || isConfiguration) yield { path, isModule, configures: isConfiguration };
    }
  }
}
