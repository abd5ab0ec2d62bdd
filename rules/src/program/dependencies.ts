import semver from "semver";
import { asObject, asString } from "./documents.ts";
import { denoOf, packageOf, type Manifests } from "./manifests.ts";
import { isWithin, pathsOf, upwards } from "./paths.ts";

/** What the manifests above a file say of a package that it imports. */
export interface Dependency {
  /**
   * Names to ask the catalogue with, best first. `npm:` gives the real name alone; a repository gives the name it is
   * imported by and then its own: `"uws": "github:uNetworking/uWebSockets.js#v20.48.0"` → `uws`, `uWebSockets.js`.
   */
  names: readonly string[];
  /** A semver range; null where none is known: `*`, `latest`, a repository, `workspace:*`. */
  range: string | null;
  /** The directory that `file:`, `link:` and `portal:` name. */
  directory: string | null;
  /** Whether a manifest names it at all. */
  listed: boolean;
}

const LISTS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;

const CATALOG = "catalog:";

/** Looks a package up in the nearest manifest that lists it, with `catalog:` and aliases resolved. */
export function dependencyOf(manifests: Manifests, root: string, name: string, from: string): Dependency {
  for (const manifest of manifests.above(from)) {
    const pkg = packageOf(manifest);
    const written =
      LISTS.map((list) => asString(asObject(pkg[list])[name])).find((found) => found !== null) ??
      asString(asObject(denoOf(manifest)["imports"])[name]);
    if (written !== null)
      return {
        ...parsed(name, fromCatalog(manifests, root, manifest.directory, name, written), manifest.directory),
        listed: true,
      };
  }
  return { names: [name], range: null, directory: null, listed: false };
}

/** The names to ask the catalogue with for a dependency as package.json writes it, best first: see Dependency. */
export function namesOf(name: string, written: string): readonly string[] {
  return parsed(name, written, "").names;
}

/** `catalog:` and `catalog:name` as pnpm, Yarn and Bun keep them; anything else as it is. */
function fromCatalog(manifests: Manifests, root: string, directory: string, name: string, written: string): string {
  if (!written.startsWith(CATALOG)) return written;
  const key = written.slice(CATALOG.length).trim();
  const isDefault = key === "" || key === "default";
  for (const at of upwards(directory)) {
    if (!isWithin(root, at)) break;
    const pkg = packageOf(manifests.at(at));
    for (const holder of [
      manifests.yaml(at, "pnpm-workspace.yaml"),
      manifests.yaml(at, ".yarnrc.yml"),
      asObject(pkg["workspaces"]),
      pkg,
    ]) {
      const named = asString(asObject(asObject(holder["catalogs"])[isDefault ? "default" : key])[name]);
      const found = named ?? (isDefault ? asString(asObject(holder["catalog"])[name]) : null);
      if (found !== null && !found.startsWith(CATALOG)) return found;
    }
  }
  return written;
}

function parsed(name: string, written: string, directory: string): Omit<Dependency, "listed"> {
  const nothing = { names: [name], range: null, directory: null };
  const alias = /^(?:npm|jsr):(.+)/.exec(written)?.[1];
  if (alias !== undefined) {
    const [, real = "", range = ""] = /^((?:@[^/@]+\/)?[^@/]+)(?:@([^/]*))?/.exec(alias) ?? [];
    // `npm:^4` has no name: Yarn's way to say that the registry is meant.
    if (/^[\d^~<>=*v]/.test(real)) return { ...nothing, range: rangeOf(alias) };
    return real === "" ? nothing : { ...nothing, names: [real], range: rangeOf(range) };
  }
  // npm takes a path without a protocol too.
  const local = /^(?:(?:file|link|portal):(?!\/\/)|(?=\.{0,2}\/))([^#\n]+)/.exec(written)?.[1];
  if (local !== undefined)
    return /\.(?:tgz|tar\.gz|tar)$/.test(local)
      ? nothing
      : { ...nothing, directory: pathsOf(directory).resolve(directory, local) };
  const member = /^workspace:((?:@[^/@]+\/)?[^@/]+)@/.exec(written)?.[1];
  if (member !== undefined) return { ...nothing, names: [member] };
  // Behind the number sign stands a branch, a tag or a commit.
  const address = written.split("#", 1)[0] as string;
  const repository =
    /^(?:github|gitlab|bitbucket|gist):[^/]+\/([^/]+)$/.exec(address)?.[1] ??
    /^(?:https?|ssh):.*\/([^/]+\.git)$/.exec(address)?.[1] ??
    /^git(?:\+\w+)?:.*\/([^/]+)$/.exec(address)?.[1] ??
    /^[\w.-]+\/([\w.-]+)$/.exec(address)?.[1];
  if (repository !== undefined) return { ...nothing, names: [...new Set([name, repository.replace(/\.git$/, "")])] };
  return { ...nothing, range: rangeOf(written) };
}

/** Tags and "any version" say nothing about what is installed. */
function rangeOf(written: string): string | null {
  const range = written.trim();
  return /\d/.test(range) && semver.validRange(range) !== null ? range : null;
}
