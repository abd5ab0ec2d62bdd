import { isCode } from "./extensions.ts";
import type { Files } from "./files.ts";
import { normalPath, pathKey, pathsOf } from "./paths.ts";

/** Texts of an editor that are not on the disk yet, or no longer what the disk holds. */
export interface OpenTexts {
  get(path: string): string | undefined;
  /** As that of `Files`. */
  stamp(path: string): string | undefined;
  paths(): Iterable<string>;
  /** Counts the changes. */
  version(): number;
  /** Those that are not of the text of code alone. */
  layout(): number;
}

/** The files as the editor shows them: unsaved text wins, and a file that was never saved is there. */
export function withOpenTexts(files: Files, open: OpenTexts): Files {
  return {
    read: (path) => open.get(path) ?? files.read(path),
    stamp: (path) => open.stamp(path) ?? files.stamp(path),
    kind: (path) => (open.get(path) === undefined ? files.kind(path) : "file"),
    list(directory) {
      const names = new Set(files.list(directory));
      const size = names.size;
      for (const path of open.paths()) {
        const { dirname, basename } = pathsOf(path);
        if (pathKey(dirname(path)) === pathKey(directory)) names.add(basename(path));
      }
      return names.size === size ? files.list(directory) : [...names].sort();
    },
    directories: (directory) => files.directories(directory),
    whyUnread: (path) => files.whyUnread?.(path) ?? null,
    isLink: (path) => files.isLink?.(path) ?? null,
    // Both only grow, so their sum is another number whenever one of them is.
    version: () => files.version() + open.version(),
    layout: () => files.layout() + open.layout(),
  };
}

/** Texts by path, for `withOpenTexts`. `isThere`: whether a file is there without them. */
export function openTexts(
  isThere: (path: string) => boolean = () => false,
): OpenTexts & { set(path: string, text: string): void; delete(path: string): void } {
  const texts = new Map<string, { path: string; text: string; stamp: string }>();
  let version = 0;
  let layout = 0;
  return {
    get: (path) => texts.get(pathKey(path))?.text,
    stamp: (path) => texts.get(pathKey(path))?.stamp,
    paths: () => [...texts.values()].map(({ path }) => path),
    version: () => version,
    layout: () => layout,
    set(path, text) {
      const key = pathKey(path);
      version++;
      if (!isCode(path) || (!texts.has(key) && !isThere(path))) layout++;
      texts.set(key, { path: normalPath(path), text, stamp: `open ${version}` });
    },
    delete(path) {
      if (!texts.delete(pathKey(path))) return;
      version++;
      if (!isCode(path) || !isThere(path)) layout++;
    },
  };
}
