import type { Parse } from "../../parse/lazy.ts";
import type { ConfigurationProblem } from "../configuration-problem.ts";
import { childOf } from "../paths.ts";
import type { Resolver } from "../resolve.ts";
import { NOT_ENTERED, NOT_WRITTEN } from "../workspaces.ts";
import { commandLaunches, lineLaunches } from "./commands.ts";
import { composeLaunches, isComposeFile } from "./compose.ts";
import { declaredLaunches } from "./declared.ts";
import { dockerfileLaunches, isDockerfile } from "./docker.ts";
import { MOST_COMMANDS, type Context, type Launch } from "./launch.ts";
import { configLaunches } from "./pm2-config.ts";
import { isProcfile, procfileLaunches } from "./procfile.ts";
import { manifestLaunches } from "./scripts.ts";

export type { Launch, LaunchCount, LaunchKind, Where } from "./launch.ts";

export interface Launches {
  launches: readonly Launch[];
  /** Of what `portreuse.launches` and configurations in JavaScript say; what is wrong with others the resolver knows. */
  problems: readonly ConfigurationProblem[];
  /** The files that were read for it: a change of one of them, or a new one, changes the launches. */
  files: readonly string[];
}

/** Directories are looked through for configurations up to this number and depth. */
const MOST_DIRECTORIES = 10_000;
const DEEPEST = 8;

/** Directories that hold what others wrote or a build made. */
const LEFT_OUT = new Set([...NOT_ENTERED, ...NOT_WRITTEN]);

/** Whether a file may hold launches; a change of such a file asks for `launchesIn` again. */
export function isLaunchConfiguration(name: string): boolean {
  return (
    /^(?:package\.json|deno\.jsonc?|nodemon\.json)$/.test(name) ||
    isPm2File(name) ||
    isDockerfile(name) ||
    isProcfile(name) ||
    isComposeFile(name)
  );
}

/** The files that pm2 is given by convention; a script may name others. */
function isPm2File(name: string): boolean {
  return (
    /^(?:ecosystem|pm2|process)(?:[.-][\w.-]*)?\.(?:json|ya?ml)$/.test(name) ||
    /^(?:ecosystem|pm2|process)(?:[.-][\w.-]*)?\.config\.[cm]?js$/.test(name)
  );
}

/** All launches that the configurations below the root state. Nothing is run, and nothing that they hold makes it throw. */
export function launchesIn(resolver: Resolver, parse: Parse): Launches {
  const problems: ConfigurationProblem[] = [];
  const files: string[] = [];
  const launches: Launch[] = [];
  for (const { directory, names } of directoriesBelow(resolver)) {
    const base = () => ({
      resolver,
      parse,
      problems,
      budget: { left: MOST_COMMANDS },
      line: lineLaunches,
      command: commandLaunches,
    });
    if (names.includes("package.json") || names.includes("deno.json") || names.includes("deno.jsonc")) {
      const manifest = resolver.manifests.at(directory);
      if (manifest) launches.push(...manifestLaunches(manifest, base()), ...declaredLaunches(manifest, base()));
    }
    for (const name of names) {
      if (!isLaunchConfiguration(name)) continue;
      const path = childOf(directory, name);
      if (resolver.files.kind(path) !== "file") continue;
      files.push(path);
      const context: Context = {
        ...base(),
        cwd: directory,
        where: { file: path, range: [0, 0] },
        group: path,
        within: [],
      };
      if (isDockerfile(name)) launches.push(...dockerfileLaunches(path, context));
      else if (isProcfile(name)) launches.push(...procfileLaunches(path, context));
      else if (isComposeFile(name)) launches.push(...composeLaunches(path, context));
      else if (isPm2File(name)) launches.push(...configAt(path, context));
    }
  }
  return { launches, problems, files };
}

/** pm2 counts paths from where it is started: the package's directory above all, then the file's own and the root. */
function configAt(path: string, context: Context): Launch[] {
  const { resolver, cwd } = context;
  const homes = [...new Set([resolver.manifests.above(cwd)[0]?.directory ?? cwd, cwd, resolver.root])];
  const found = homes.map((home) => configLaunches(path, { ...context, cwd: home }));
  return found.find((launches) => launches.some(({ entry }) => entry !== null)) ?? (found[0] as Launch[]);
}

function* directoriesBelow({ files, root }: Resolver): Generator<{ directory: string; names: readonly string[] }> {
  const queue = [{ directory: root, depth: 0 }];
  for (let i = 0; i < queue.length && i < MOST_DIRECTORIES; i++) {
    const { directory, depth } = queue[i] as (typeof queue)[number];
    const names = files.list(directory);
    yield { directory, names };
    if (depth >= DEEPEST) continue;
    for (const name of files.directories(directory))
      if (!name.startsWith(".") && !LEFT_OUT.has(name))
        queue.push({ directory: childOf(directory, name), depth: depth + 1 });
  }
}
