import { asObject, parseJson, parseYaml, type Document, type Entries } from "./documents.ts";
import type { Files } from "./files.ts";
import { kept, madeOf } from "./kept.ts";
import { isWithin, pathsOf, upwards } from "./paths.ts";

/** A directory with a package.json or a deno.json, as written. */
export interface Manifest {
  directory: string;
  package: Document | null;
  deno: Document | null;
}

export interface Manifests {
  /** The manifests of a directory itself; null where it has none. */
  at(directory: string): Manifest | null;
  /** Those at and above a directory, up to the root, nearest first. */
  above(directory: string): readonly Manifest[];
  /** What pnpm-workspace.yaml or .yarnrc.yml of a directory holds. */
  yaml(directory: string, name: "pnpm-workspace.yaml" | ".yarnrc.yml"): Entries;
}

export function manifestsOf(files: Files, root: string): Manifests {
  const json = madeOf(files, parseJson);
  const yaml = madeOf(files, parseYaml);
  const in_ = (directory: string, name: string) => pathsOf(directory).join(directory, name);
  const at = kept(files, (directory): Manifest | null => {
    const pkg = json(in_(directory, "package.json"));
    const deno = json(in_(directory, "deno.json")) ?? json(in_(directory, "deno.jsonc"));
    return pkg || deno ? { directory, package: pkg, deno } : null;
  });
  const above = kept(files, (directory) => {
    const found: Manifest[] = [];
    for (const each of upwards(directory)) {
      if (!isWithin(root, each)) break;
      const manifest = at(each);
      if (manifest) found.push(manifest);
    }
    return found;
  });
  return {
    at,
    above,
    yaml: (directory, name) => asObject(yaml(in_(directory, name))?.value),
  };
}

/** The parts of package.json as an object; empty where it holds none. */
export function packageOf(manifest: Manifest | null | undefined): Entries {
  return asObject(manifest?.package?.value);
}

export function denoOf(manifest: Manifest | null | undefined): Entries {
  return asObject(manifest?.deno?.value);
}
