import { KINDS } from "./configuration-kinds.ts";
import type { Configurations } from "./configurations.ts";
import { asObject, type Document, type Entries } from "./documents.ts";
import type { Files } from "./files.ts";
import { kept } from "./kept.ts";
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

const YAML = { "pnpm-workspace.yaml": KINDS.pnpm, ".yarnrc.yml": KINDS.yarn } as const;

export function manifestsOf(files: Files, configurations: Configurations, root: string): Manifests {
  const in_ = (directory: string, name: string) => pathsOf(directory).join(directory, name);
  const at = kept(files, (directory): Manifest | null => {
    const pkg = configurations.document(in_(directory, "package.json"), KINDS.package);
    const deno =
      configurations.document(in_(directory, "deno.json"), KINDS.deno) ??
      configurations.document(in_(directory, "deno.jsonc"), KINDS.deno);
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
    yaml: (directory, name) => asObject(configurations.document(in_(directory, name), YAML[name])?.value),
  };
}

/** The parts of package.json as an object; empty where it holds none. */
export function packageOf(manifest: Manifest | null | undefined): Entries {
  return asObject(manifest?.package?.value);
}

export function denoOf(manifest: Manifest | null | undefined): Entries {
  return asObject(manifest?.deno?.value);
}
