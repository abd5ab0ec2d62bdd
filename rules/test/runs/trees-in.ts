import type { SourceFile } from "../../src/analysis/source.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectAt } from "../../src/program/project.ts";
import type { Outside } from "../../src/runs/standing.ts";
import { treesOf, type KeptTrees } from "../../src/runs/trees.ts";
import { changing, type ChangingFiles } from "./changing.ts";
import { HOME, type Sources } from "./project.ts";

const none = <T>(value: T) => ({ value, files: [], stands: () => true });
const NOBODY: Outside = {
  callersOf: () => none(null),
  loadOf: () => none(null),
  othersSetOptions: () => none(false),
  othersExchangeAgent: () => none(false),
  replaced() {},
};

export interface TreesIn {
  files: ChangingFiles;
  trees: KeptTrees;
  /** What was parsed since the last time that somebody looked: "a.js b.js". */
  parsed(): string;
  tree(path: string): SourceFile | null;
  /** A file as the host has it, with the text that the project has of it. */
  host(path: string, text?: string): SourceFile;
}

/** The trees of a project. `outside`: what is asked of more than single trees; nobody answers where it is left out. */
export function treesIn(sources: Sources, outside: Partial<Outside> = {}): TreesIn {
  const files = changing("/home", sources);
  let read: string[] = [];
  const parse: typeof parseFile = (text, path) => {
    read.push(path.slice(HOME.length));
    return parseFile(text, path);
  };
  const trees = treesOf(projectAt("/home", parse, files), parse, { ...NOBODY, ...outside });
  return {
    files,
    trees,
    tree: (path) => trees.parsed(HOME + path),
    parsed() {
      const before = read.join(" ");
      read = [];
      return before;
    },
    host(path, text = sources[path] as string) {
      const file = parseFile(text, HOME + path);
      trees.adopt(HOME + path, file);
      return file;
    },
  };
}
