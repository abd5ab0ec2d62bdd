import type { Parse } from "../parse/lazy.ts";
import { diskFiles, type Files } from "./files.ts";
import { launchesIn, type Launches } from "./launches/index.ts";
import { resolverOf, type Resolver } from "./resolve.ts";
import { filesWithin } from "./within.ts";

/** What is known of the project that a file belongs to. Nothing is read before somebody asks. */
export interface Project {
  /** As `rootOf` finds it. */
  root: string;
  resolver: Resolver;
  /** All launches that its configurations state; read again when a file that was looked at for them has changed. */
  launches(): Launches;
}

/** `files` may show unsaved texts; `parse` is called for configurations in JavaScript alone. */
export function projectAt(root: string, parse: Parse, files: Files = diskFiles()): Project {
  const resolver = resolverOf(filesWithin(files, root), root, files);
  let known: { version: number; launches: Launches } | undefined;
  return {
    root,
    resolver,
    launches() {
      const version = files.version();
      if (known?.version !== version) known = { version, launches: launchesIn(resolver, parse) };
      return known.launches;
    },
  };
}
