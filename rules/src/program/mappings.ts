import { asObject, asString, type Entries } from "./documents.ts";
import { loaders } from "../catalogue/loaders.ts";
import { denoOf, packageOf, type Manifest } from "./manifests.ts";
import { normalPath, pathsOf } from "./paths.ts";
import type { TsConfig } from "./tsconfig.ts";

/** Where tsconfig's `paths`, then its `baseUrl` lead, in the order in which they are tried. */
export function configTargets(config: TsConfig, specifier: string): string[] {
  return [...pathTargets(config, specifier), ...baseTarget(config, specifier)];
}

/** The pattern with the longest part before its star wins, as in TypeScript; an exact one before all. */
function pathTargets({ paths }: TsConfig, specifier: string): string[] {
  let best: { before: number; targets: string[] } | null = null;
  for (const { pattern, targets } of paths) {
    const at = pattern.indexOf("*");
    if (at === -1) {
      if (pattern === specifier) return [...targets];
      continue;
    }
    const [before, after] = [pattern.slice(0, at), pattern.slice(at + 1)];
    if (
      specifier.length >= before.length + after.length &&
      specifier.startsWith(before) &&
      specifier.endsWith(after) &&
      !(best && best.before >= before.length)
    ) {
      const star = specifier.slice(before.length, specifier.length - after.length);
      best = { before: before.length, targets: targets.map((target) => normalPath(target.replace("*", () => star))) };
    }
  }
  return best?.targets ?? [];
}

function baseTarget({ baseUrl }: TsConfig, specifier: string): string[] {
  return baseUrl === null || specifier.startsWith("#") ? [] : [pathsOf(baseUrl).join(baseUrl, specifier)];
}

/** Where a package's own names for directories lead: `_moduleAliases`, which the package module-alias reads, and what its framework brings. */
export function aliasTargets(manifest: Manifest, specifier: string): string[] {
  const pkg = packageOf(manifest);
  const named = longest(asObject(pkg["_moduleAliases"]), (key) => specifier === key || specifier.startsWith(`${key}/`));
  if (named && typeof named[1] === "string") return [named[1] + specifier.slice(named[0].length)];
  const [first, ...rest] = specifier.split("/") as [string, ...string[]];
  return loaders.flatMap(({ packages, aliases = {} }) => {
    const directories = Object.hasOwn(aliases, first) ? aliases[first] : undefined;
    return directories && packages.some((each) => isNeeded(pkg, each))
      ? directories.map((each) => [each, ...rest].join("/"))
      : [];
  });
}

/** The entry with the longest of the keys that fit. */
function longest(map: Entries, fits: (key: string) => boolean): [key: string, value: unknown] | undefined {
  return Object.entries(map)
    .filter(([key]) => fits(key))
    .sort(([a], [b]) => b.length - a.length)[0];
}

function isNeeded(pkg: Readonly<Record<string, unknown>>, name: string): boolean {
  return ["dependencies", "devDependencies", "peerDependencies"].some((each) => name in asObject(pkg[each]));
}

/** deno.json: an exact key, or the longest one that ends with a slash. */
export function denoTarget(manifest: Manifest, specifier: string): string | null {
  const map = asObject(denoOf(manifest)["imports"]);
  const exact = asString(map[specifier]);
  if (exact !== null) return exact;
  const prefixed = longest(map, (key) => key.endsWith("/") && specifier.startsWith(key));
  return prefixed && typeof prefixed[1] === "string" ? prefixed[1] + specifier.slice(prefixed[0].length) : null;
}
