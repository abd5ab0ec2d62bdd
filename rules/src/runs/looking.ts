import type { SourceFile } from "../analysis/source.ts";
import type { Modules } from "./modules.ts";

/** An answer that was found in other modules than the one it is about, and what it rests on. */
export interface Found<T> {
  value: T;
  /** The trees that were looked into. */
  files: readonly SourceFile[];
  /** Whether the answer would be found by the same way once more. Values may still be others: those are the trees' own. */
  stands(): boolean;
}

/** Looks into modules, and keeps in mind into which. */
export interface Look {
  text(path: string): string;
  parsed(path: string): SourceFile | null;
  found<T>(value: T): Found<T>;
}

export function lookInto(modules: Modules): Look {
  const { ways } = modules;
  const stamps = new Map<string, string | undefined>();
  const files = new Set<SourceFile>();
  const stampOf = (path: string) => modules.all().get(path)?.stamp;
  const note = (path: string) => void stamps.set(path, stampOf(path));
  return {
    text(path) {
      note(path);
      return modules.project.resolver.files.read(path) ?? "";
    },
    parsed(path) {
      note(path);
      const file = modules.parsed(path);
      if (file) files.add(file);
      return file;
    },
    found: (value) => ({
      value,
      files: [...files],
      stands() {
        modules.refresh();
        return modules.ways === ways && [...stamps].every(([path, stamp]) => stampOf(path) === stamp);
      },
    }),
  };
}
