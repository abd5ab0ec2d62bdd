import { kindOnDisk, type Files } from "./files.ts";
import { childOf, isWithin, normalPath, pathsOf, upwards } from "./paths.ts";

/** What makes a directory the place of a package or of a workspace. */
const MANIFESTS = ["package.json", "pnpm-workspace.yaml", "deno.json", "deno.jsonc"];

export function isManifest(name: string): boolean {
  return MANIFESTS.includes(name);
}

/**
 * The root of the program that a file belongs to, the same in every host: the topmost directory with a manifest that lies
 * in the same repository as the file; the top of a repository that has none. Without a repository: `folder`, which is the
 * folder that was opened or the working directory, or the file's own directory where the file lies elsewhere.
 */
export function rootOf(filename: string, folder: string, kind: Files["kind"] = kindOnDisk): string {
  const file = normalPath(filename);
  const directory = pathsOf(file).dirname(file);
  let topmost: string | null = null;
  for (const at of upwards(directory)) {
    if (MANIFESTS.some((name) => kind(childOf(at, name)) === "file")) topmost = at;
    // In a worktree and in a submodule it is a file.
    if (kind(childOf(at, ".git")) !== null) return topmost ?? at;
  }
  const given = normalPath(folder);
  return isWithin(given, file) ? given : directory;
}
