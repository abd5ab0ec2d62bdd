import { isCode } from "../../src/program/extensions.ts";
import type { Files } from "../../src/program/files.ts";
import { inMemory } from "../program/tree.ts";
import type { Sources } from "./project.ts";

/** Files that are on no disk and change: null takes one away. */
export interface ChangingFiles extends Files {
  change(files: Readonly<Record<string, string | object | null>>): void;
  /** What was asked since the last time that somebody looked: "stamp /home/a.js". */
  asked(): string[];
}

export function changing(root: string, sources: Sources): ChangingFiles {
  let all: Record<string, string | object> = { ...sources };
  let now = inMemory(root, all);
  let [version, layout] = [0, 0];
  let asked: string[] = [];
  const note = (what: string, path: string) => void asked.push(`${what} ${path}`);
  return {
    read: (path) => (note("read", path), now.read(path)),
    stamp: (path) => (note("stamp", path), now.stamp(path)),
    kind: (path) => now.kind(path),
    list: (directory) => (note("list", directory), now.list(directory)),
    directories: (directory) => now.directories(directory),
    version: () => version,
    layout: () => layout,
    change(files) {
      version++;
      if (Object.entries(files).some(([name, content]) => content === null || !(name in all) || !isCode(name)))
        layout++;
      all = { ...all, ...(files as Record<string, string | object>) };
      for (const [name, content] of Object.entries(files)) if (content === null) delete all[name];
      now = inMemory(root, all);
    },
    asked() {
      const before = asked;
      asked = [];
      return before;
    },
  };
}
