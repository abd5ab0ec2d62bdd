import { realpathSync } from "node:fs";
import type { Files } from "./files.ts";
import { kept } from "./kept.ts";
import { isWithin, pathsOf } from "./paths.ts";

/** The files below a root alone, also for who goes there by a link; `real` says where a link ends. */
export function filesWithin(files: Files, root: string, real: (path: string) => string | null = realPath): Files {
  const home = real(root) ?? root;
  const inside: (path: string) => boolean = kept(files, (path) => isWithin(root, path) && isInside(path));
  function isInside(path: string): boolean {
    // A file that is no link is where its directory is.
    return path !== root && files.isLink?.(path) === false ? inside(pathsOf(path).dirname(path)) : endsInside(path);
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
    whyUnread: (path) => (inside(path) ? (files.whyUnread?.(path) ?? null) : null),
    version: () => files.version(),
    layout: () => files.layout(),
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
