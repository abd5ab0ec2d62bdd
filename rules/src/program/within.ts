import { realpathSync } from "node:fs";
import type { Files } from "./files.ts";
import { isWithin } from "./paths.ts";

/** The files below a root alone, also for who goes there by a link; `real` says where a link ends. */
export function filesWithin(files: Files, root: string, real: (path: string) => string | null = realPath): Files {
  const home = real(root) ?? root;
  let version = files.version();
  const known = new Map<string, boolean>();
  function inside(path: string): boolean {
    if (files.version() !== version) {
      version = files.version();
      known.clear();
    }
    let found = known.get(path);
    if (found === undefined) known.set(path, (found = isWithin(root, path) && endsInside(path)));
    return found;
  }
  function endsInside(path: string): boolean {
    const end = real(path);
    // What is not on the disk may be a text of the editor.
    return end === null || isWithin(home, end);
  }
  return {
    read: (path) => (inside(path) ? files.read(path) : null),
    stamp: (path) => (inside(path) ? files.stamp(path) : null),
    kind: (path) => (inside(path) ? files.kind(path) : null),
    list: (directory) => (inside(directory) ? files.list(directory) : []),
    directories: (directory) => (inside(directory) ? files.directories(directory) : []),
    version: () => files.version(),
  };
}

/** Where the links of a path end; null where there is nothing, or a loop. */
function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
