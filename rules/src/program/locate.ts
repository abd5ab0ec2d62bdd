import type { Built } from "./built.ts";
import { asString } from "./documents.ts";
import { fileAt, indexOf } from "./extensions.ts";
import type { Files } from "./files.ts";
import { packageOf, type Manifests } from "./manifests.ts";
import { isWithin, pathsOf } from "./paths.ts";

/** Chains of main fields that are longer lead in circles. */
const DEEPEST = 8;

/** The source that a path means: a file, the main file of a directory, or what a build makes the file there of. */
export type Locate = (path: string, typescript: boolean) => string | null;

export function locatorOf(files: Files, manifests: Manifests, built: Built): Locate {
  return (path, typescript) => located(path, typescript, new Map(), 0);

  /** `known`: what was found for paths on the way. One that leads to itself finds nothing there. */
  function located(path: string, typescript: boolean, known: Map<string, string | null>, depth: number): string | null {
    if (depth > DEEPEST) return null;
    let found = known.get(path);
    if (found === undefined) {
      known.set(path, null);
      known.set(path, (found = look(path, typescript, known, depth)));
    }
    return found;
  }
  function look(path: string, typescript: boolean, known: Map<string, string | null>, depth: number): string | null {
    const file = fileAt(files, path, typescript);
    const source = built.sourceOf(file ?? path) ?? (file === null ? built.sourceOf(`${path}.js`) : null);
    if (source !== null || file !== null) return source ?? file;
    const { join } = pathsOf(path);
    if (files.kind(path) !== "directory") return built.sourceOf(join(path, "index.js"));
    const pkg = packageOf(manifests.at(path));
    for (const key of ["source", "main", "module"]) {
      const main = asString(pkg[key]);
      const isInside = main !== null && isWithin(path, join(path, main));
      const found = isInside ? located(join(path, main), typescript, known, depth + 1) : null;
      if (found !== null) return found;
    }
    return indexOf(files, path, typescript) ?? built.sourceOf(join(path, "index.js"));
  }
}
