import type { Parse } from "../parse/lazy.ts";
import type { ConfigurationProblem } from "../program/configuration-problem.ts";
import type { Files } from "../program/files.ts";
import { kept } from "../program/kept.ts";
import { normalPath, pathsOf } from "../program/paths.ts";
import { projectAt } from "../program/project.ts";
import { rootOf } from "../program/root.ts";
import { looksLikeTest } from "../test-files.ts";
import { runsOf, type Runs } from "./index.ts";

/** One project for each root, for all files and rules of a process. */
export interface Projects {
  /** The project of a file; `folder`: the folder that was opened, or the working directory. */
  of(filename: string, folder: string): Runs;
  /** What could not be looked at of those that are known so far. */
  problems(): readonly ConfigurationProblem[];
}

/** Projects that are kept: an editor has some folders open, and a command line one or two. */
const MOST_PROJECTS = 8;

function below(root: string, filename: string): string {
  return pathsOf(root).relative(root, filename).replaceAll("\\", "/");
}

export function projectsOf(parse: Parse, files: Files): Projects {
  const known = new Map<string, Runs>();
  /** By folder, then by file: every question of a rule begins with its file's project. */
  const rootsIn = kept(files, (folder: string) =>
    kept(files, (filename: string) => {
      const above = rootOf(filename, folder, (path) => files.kind(path));
      const isTestIn = (root: string) => looksLikeTest(below(root, filename));
      // Of a repository's fixtures nothing is looked at, unless they are what was opened.
      return isTestIn(above) && !isTestIn(folder) ? normalPath(folder) : above;
    }),
  );
  return {
    of(filename, folder) {
      const root = rootsIn(folder)(filename);
      let runs = known.get(root);
      if (!runs) {
        if (known.size >= MOST_PROJECTS) known.delete(known.keys().next().value as string);
        known.set(root, (runs = runsOf(projectAt(root, parse, files), parse)));
      }
      return runs;
    },
    problems: () => [...known.values()].flatMap((each) => each.problems()),
  };
}
