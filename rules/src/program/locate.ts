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
  return (path, typescript) => located(path, typescript, 0);

  function located(path: string, typescript: boolean, depth: number): string | null {
    if (depth > DEEPEST) return null;
    const file = fileAt(files, path, typescript);
    const source = built.sourceOf(file ?? path) ?? (file === null ? built.sourceOf(`${path}.js`) : null);
    if (source !== null || file !== null) return source ?? file;
    const { join } = pathsOf(path);
    if (files.kind(path) !== "directory") return built.sourceOf(join(path, "index.js"));
    const pkg = packageOf(manifests.at(path));
    for (const key of ["source", "main", "module"]) {
      const main = asString(pkg[key]);
      const found =
        main === null || !isWithin(path, join(path, main)) ? null : located(join(path, main), typescript, depth + 1);
      if (found !== null) return found;
    }
    return indexOf(files, path, typescript) ?? built.sourceOf(join(path, "index.js"));
  }
}
