import { asObject, asString } from "./documents.ts";
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
    const [before = "", after] = pattern.split("*", 2);
    if (after === undefined) {
      if (pattern === specifier) return [...targets];
    } else if (
      specifier.length >= before.length + after.length &&
      specifier.startsWith(before) &&
      specifier.endsWith(after)
    ) {
      const star = specifier.slice(before.length, specifier.length - after.length);
      if (!best || before.length > best.before)
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
  const named = asObject(pkg["_moduleAliases"]);
  const [name] = Object.keys(named)
    .filter((key) => specifier === key || specifier.startsWith(`${key}/`))
    .sort((a, b) => b.length - a.length);
  const target = name === undefined ? null : asString(named[name]);
  if (name !== undefined && target !== null) return [target + specifier.slice(name.length)];
  return loaders.flatMap(({ packages, aliases = {} }) => {
    const [first = "", ...rest] = specifier.split("/");
    const directories = Object.hasOwn(aliases, first) ? (aliases[first] ?? []) : [];
    return directories.length > 0 && packages.some((each) => isNeeded(pkg, each))
      ? directories.map((each) => [each, ...rest].join("/"))
      : [];
  });
}

function isNeeded(pkg: Readonly<Record<string, unknown>>, name: string): boolean {
  return ["dependencies", "devDependencies", "peerDependencies"].some((each) => name in asObject(pkg[each]));
}

/** deno.json: an exact key, or the longest one that ends with a slash. */
export function denoTarget(manifest: Manifest, specifier: string): string | null {
  const map = asObject(denoOf(manifest)["imports"]);
  const exact = asString(map[specifier]);
  if (exact !== null) return exact;
  const [prefix] = Object.keys(map)
    .filter((key) => key.endsWith("/") && specifier.startsWith(key))
    .sort((a, b) => b.length - a.length);
  const target = prefix === undefined ? null : asString(map[prefix]);
  return prefix === undefined || target === null ? null : target + specifier.slice(prefix.length);
}
