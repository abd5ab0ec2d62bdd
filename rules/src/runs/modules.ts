import type { SourceFile } from "../analysis/source.ts";
import { isGenerated } from "../generated.ts";
import type { Parse } from "../parse/lazy.ts";
import { isCode } from "../program/extensions.ts";
import { pathsOf } from "../program/paths.ts";
import type { Project } from "../program/project.ts";
import { looksLikeTest } from "../test-files.ts";
import { scanned, type Scanned } from "./scan.ts";

/** A project with more files than this is looked at in part. */
const MOST_MODULES = 20_000;
/** Trees that are kept. */
const MOST_PARSED = 400;
const LEFT_OUT = new Set(["node_modules", "bower_components", "dist", "build", "out", "coverage", "vendor", "tmp"]);

/** The code of a project, tests aside. */
export interface Modules {
  project: Project;
  /** Compares everything with the disk, if something may have changed; returns whether something has. */
  refresh(): boolean;
  /** In alphabetical order within a directory. */
  all(): ReadonlyMap<string, Scanned>;
  /** The tree of a module; null where it cannot be parsed. */
  parsed(path: string): SourceFile | null;
}

export function modulesOf(project: Project, parse: Parse): Modules {
  const { files } = project.resolver;
  let version: number | null = null;
  let known = new Map<string, Scanned>();
  const trees = new Map<string, { text: string; file: SourceFile | null }>();

  function refresh(): boolean {
    // Looking at the disk may itself bring news.
    if (version !== null && files.version() === version) return false;
    version = files.version();
    const before = known;
    known = new Map();
    let differs = false;
    for (const path of pathsBelow(project)) {
      const text = files.read(path);
      if (text === null || isGenerated(text)) continue;
      const old = before.get(path);
      const same = old?.text === text;
      if (!same) differs = true;
      known.set(path, same ? old : scanned(text));
    }
    return differs || known.size !== before.size;
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
    return parse(text, path);
  } catch {
    // Code with an error in it loads and starts nothing; whoever checks it says what is wrong.
    return null;
  }
}

function* pathsBelow({ root, resolver: { files } }: Project): Generator<string> {
  const queue = [root];
  let found = 0;
  for (let i = 0; i < queue.length && i < MOST_MODULES; i++) {
    const directory = queue[i] as string;
    const { join, relative } = pathsOf(directory);
    const shown = (name: string) => relative(root, join(directory, name)).replaceAll("\\", "/");
    const folders = new Set(files.directories(directory));
    for (const name of files.list(directory)) {
      if (folders.has(name)) {
        if (!name.startsWith(".") && !LEFT_OUT.has(name) && !looksLikeTest(`${shown(name)}/`))
          queue.push(join(directory, name));
      } else if (isCode(name) && !looksLikeTest(shown(name))) {
        if (++found > MOST_MODULES) return;
        yield join(directory, name);
      }
    }
  }
}
