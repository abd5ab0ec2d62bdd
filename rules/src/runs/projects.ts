import type { Parse } from "../parse/lazy.ts";
import type { Files } from "../program/files.ts";
import { projectAt } from "../program/project.ts";
import { rootOf } from "../program/root.ts";
import { runsOf, type Runs } from "./index.ts";

/** One project for each root, for all files and rules of a process. */
export interface Projects {
  /** The project of a file; `folder`: the folder that was opened, or the working directory. */
  of(filename: string, folder: string): Runs;
  /** What could not be looked at of those that are known so far, one line each. */
  problems(): readonly string[];
}

/** Projects that are kept: an editor has some folders open, and a command line one or two. */
const MOST_PROJECTS = 8;

export function projectsOf(parse: Parse, files: Files): Projects {
  const known = new Map<string, Runs>();
  return {
    of(filename, folder) {
      const root = rootOf(filename, folder, (path) => files.kind(path));
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
