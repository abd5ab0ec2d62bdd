import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { configurationsOf } from "../../src/program/configurations.ts";
import { diskFiles, type Files } from "../../src/program/files.ts";
import { manifestsOf } from "../../src/program/manifests.ts";
import { isWithin, normalPath, pathsOf } from "../../src/program/paths.ts";
import { resolverOf, type Resolver } from "../../src/program/resolve.ts";
import { tsConfigsOf, type TsConfigs } from "../../src/program/tsconfig.ts";
import { workspacesOf } from "../../src/program/workspaces.ts";
import { launchesIn, type Launch } from "../../src/program/launches/index.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { filesWithin } from "../../src/program/within.ts";

const made: string[] = [];

/** Writes files, by their paths, into a directory of their own; objects as JSON. Gone after all tests. */
export function tree(files: Readonly<Record<string, string | object>>): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "portreuse-program-")));
  made.push(directory);
  write(directory, files);
  // What was written just now is looked at once more.
  const long = new Date(Date.now() - 60_000);
  for (const name of ["", ...readdirSync(directory, { recursive: true })])
    utimesSync(join(directory, String(name)), long, long);
  return directory;
}

export function write(directory: string, files: Readonly<Record<string, string | object>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
}

after(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

const inMemoryTrees = new Map<string, Files>();

/** As `tree`, but on no disk: many times as quick, for whoever needs no links and changes nothing. */
export function memoryTree(files: Readonly<Record<string, string | object>>): string {
  const root = normalPath(resolve(`/memory/${inMemoryTrees.size}`));
  inMemoryTrees.set(root, inMemory(root, files));
  return root;
}

/** A resolver of its own, which knows nothing yet. */
export function resolverIn(root: string): Resolver {
  const inMemory = [...inMemoryTrees].find(([above]) => isWithin(above, root))?.[1];
  const files = inMemory ?? diskFiles();
  // Links are looked for on the disk.
  return resolverOf(inMemory ?? filesWithin(files, root), root, files);
}

/** Where a specifier leads, in short: "src/a.ts" below the root, "package x", "builtin net", "unknown". */
export function leads(root: string, from: string, specifier: string, how = {}): string {
  const found = resolverIn(root).resolve(specifier, join(root, from), how);
  if (found.kind === "file") return found.path.slice(root.length + 1);
  if (found.kind === "package") return `package ${found.names.join("|")}${found.subpath}`;
  return found.kind === "builtin" ? `builtin ${found.name}` : "unknown";
}

/** The launches below a root, a line for each: "src/a.ts process 1 node"; "?" for what is unknown, "maybe" where not always. */
export function starts(root: string, only?: (launch: Launch) => boolean): string[] {
  return linesOf(resolverIn(root), root, only);
}

/** The same of files that are on no disk, which takes a tenth of the time. */
export function startsOf(
  files: Readonly<Record<string, string | object>>,
  only?: (launch: Launch) => boolean,
): string[] {
  const texts = inMemory(ROOT, files);
  return linesOf(resolverOf(texts, ROOT, texts), ROOT, only);
}

/** Where files are that are on no disk. */
export const ROOT = "/project";

function linesOf(resolver: Resolver, root: string, only: (launch: Launch) => boolean = () => true): string[] {
  return launchesIn(resolver, parseFile)
    .launches.filter(only)
    .map((launch) => {
      const entry = launch.entry?.slice(root.length + 1) ?? `?${launch.written ?? ""}`;
      const environment = Object.entries(launch.environment).map(([name, value]) => `${name}=${value ?? "?"}`);
      return [
        entry,
        launch.kind,
        launch.count,
        ...(launch.runtime === "node" ? [] : [launch.runtime]),
        ...(launch.always ? [] : ["maybe"]),
        ...(launch.portVariable === null ? [] : [`${launch.portVariable}++`]),
        ...environment,
      ].join(" ");
    });
}

/** Files that are on no disk. */
export function inMemory(root: string, contents: Readonly<Record<string, string | object>>): Files {
  const { basename, dirname, join } = pathsOf(root);
  const texts = new Map<string, string>();
  const directories = new Map<string, Set<string>>();
  for (const [name, content] of Object.entries(contents)) {
    const path = join(root, name);
    texts.set(path, typeof content === "string" ? content : JSON.stringify(content));
    for (let at = path; at !== dirname(at); at = dirname(at)) {
      const above = directories.get(dirname(at)) ?? new Set();
      directories.set(dirname(at), above.add(basename(at)));
    }
  }
  const kind = (path: string) => (texts.has(path) ? "file" : directories.has(path) ? "directory" : null);
  const list = (directory: string) => [...(directories.get(directory) ?? [])].sort();
  return {
    read: (path) => texts.get(path) ?? null,
    stamp: (path) => texts.get(path) ?? null,
    kind,
    list,
    directories: (directory) => list(directory).filter((name) => kind(join(directory, name)) === "directory"),
    version: () => 0,
    layout: () => 0,
  };
}

export type Tree = Readonly<Record<string, string | object>>;

/** The configurations of TypeScript below /srv, on no disk; more files by their paths from the root of the file system. */
export function tsConfigsIn(files: Tree, more: Tree = {}): TsConfigs {
  const below = Object.fromEntries(Object.entries(files).map(([name, content]) => [`srv/${name}`, content]));
  const memory = inMemory("/", { ...below, ...more });
  const configurations = configurationsOf(memory);
  const workspaces = workspacesOf(memory, manifestsOf(memory, configurations, "/srv"), "/srv");
  return tsConfigsOf(memory, configurations, "/srv", memory, workspaces);
}
