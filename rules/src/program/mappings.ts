import { asObject, asString } from "./documents.ts";
import { denoOf, type Manifest } from "./manifests.ts";
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
