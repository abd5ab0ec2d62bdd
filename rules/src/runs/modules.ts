import { registered, type SourceFile } from "../analysis/source.ts";
import { isGenerated } from "../generated.ts";
import type { Parse } from "../parse/lazy.ts";
import { isCode } from "../program/extensions.ts";
import { isLaunchConfiguration } from "../program/launches/index.ts";
import { pathsOf } from "../program/paths.ts";
import type { Project } from "../program/project.ts";
import { isManifest } from "../program/root.ts";
import { looksLikeTest } from "../test-files.ts";
import { scanned, type Scanned } from "./scan.ts";

/** A project with more files than this is looked at in part. */
const MOST_MODULES = 20_000;
/** The same where neither a manifest nor a repository says that the folder is a project: it may be a home directory, or a whole disk. */
const MOST_LOOSE_FILES = 1_000;
/** Trees that are kept. */
const MOST_PARSED = 400;
/** What decides where specifiers lead, beside the manifests. */
const RESOLVES = /^(?:[jt]sconfig[\w.-]*\.json|pnpm-workspace\.yaml|\.yarnrc\.yml)$/;
const LEFT_OUT = new Set(["node_modules", "bower_components", "dist", "build", "out", "coverage", "vendor", "tmp"]);

/** What a look at the project brings: only other code, or also other ways from file to file. */
type Change = "nothing" | "code" | "ways";

/** The code of a project, tests aside. */
export interface Modules {
  project: Project;
  /** Compares everything with the disk, if something may have changed. */
  refresh(): Change;
  /** In alphabetical order within a directory. */
  all(): ReadonlyMap<string, Scanned>;
  /** The tree of a module; null where it cannot be parsed. */
  parsed(path: string): SourceFile | null;
}

export function modulesOf(project: Project, parse: Parse): Modules {
  const { files } = project.resolver;
  let version: number | null = null;
  let known = new Map<string, Scanned>();
  /** What decides where specifiers lead and what is started, by path. */
  let configuration = new Map<string, string>();
  let generated = new Map<string, string>();
  const trees = new Map<string, { text: string; file: SourceFile | null }>();

  function refresh(): Change {
    // Looking at the disk may itself bring news.
    if (version !== null && files.version() === version) return "nothing";
    let change: Change = version === null ? "ways" : "nothing";
    version = files.version();
    const before = { known, configuration, generated };
    [known, configuration, generated] = [new Map(), new Map(), new Map()];
    for (const { path, isModule, configures } of pathsBelow(project)) {
      const text = files.read(path);
      if (text === null) continue;
      if (configures) {
        configuration.set(path, text);
        if (before.configuration.get(path) !== text) change = "ways";
      }
      if (!isModule) continue;
      const old = before.known.get(path);
      if (old?.text === text) known.set(path, old);
      else if (before.generated.get(path) === text || isGenerated(text)) generated.set(path, text);
      else {
        const now = scanned(text);
        known.set(path, now);
        if (change !== "ways") change = old && loadTheSame(old, now) ? "code" : "ways";
      }
    }
    return known.size === before.known.size && configuration.size === before.configuration.size ? change : "ways";
  }
  return {
    project,
    refresh,
    all: () => known,
    parsed(path) {
      const text = known.get(path)?.text ?? files.read(path);
      if (text === null) return null;
      let tree = trees.get(path);
      if (tree?.text !== text) {
        trees.delete(path);
        if (trees.size >= MOST_PARSED) trees.delete(trees.keys().next().value as string);
        trees.set(path, (tree = { text, file: parsedOrNull(parse, text, path) }));
      }
      return tree.file;
    },
  };
}

function parsedOrNull(parse: Parse, text: string, path: string): SourceFile | null {
  try {
    // What is published has the parser in a file of its own, which keeps a list of files of its own.
    return registered(parse(text, path));
  } catch {
    // Code with an error in it loads and starts nothing; whoever checks it says what is wrong.
    return null;
  }
}

function loadTheSame(a: Scanned, b: Scanned): boolean {
  return !a.loadsMore && !b.loadsMore && a.specifiers.join("\0") === b.specifiers.join("\0");
}

interface Found {
  path: string;
  isModule: boolean;
  configures: boolean;
}

function* pathsBelow({ root, resolver: { files } }: Project): Generator<Found> {
  const queue = [root];
  const most = files.list(root).some((name) => name === ".git" || isManifest(name)) ? MOST_MODULES : MOST_LOOSE_FILES;
  let found = 0;
  for (let i = 0; i < queue.length && i < most; i++) {
    const directory = queue[i] as string;
    const { join, relative } = pathsOf(directory);
    const shown = (name: string) => relative(root, join(directory, name)).replaceAll("\\", "/");
    const folders = new Set(files.directories(directory));
    for (const name of files.list(directory)) {
      if (folders.has(name)) {
        if (!name.startsWith(".") && !LEFT_OUT.has(name) && !looksLikeTest(`${shown(name)}/`))
          queue.push(join(directory, name));
        continue;
      }
      const isModule = isCode(name) && !looksLikeTest(shown(name));
      const configures = isLaunchConfiguration(name) || RESOLVES.test(name);
      if (!isModule && !configures) continue;
      if (++found > most) return;
      yield { path: join(directory, name), isModule, configures };
    }
  }
}
