import type { SourceFile } from "../analysis/source.ts";
import { targetOf } from "../process/targets.ts";
import { pathsOf } from "../program/paths.ts";
import type { Resolver } from "../program/resolve.ts";
import { loadsOf, type Load } from "./loads.ts";

/** The file that a specifier leads to, for an import or for `require`; null for none of the project. */
export function leadsTo(resolver: Resolver, specifier: string, from: string): string | null {
  for (const require of [false, true]) {
    const found = resolver.resolve(specifier, from, { require });
    if (found.kind !== "unknown") return found.kind === "file" ? found.path : null;
  }
  return null;
}

/** Where a path leads that was written in a file as one that counts from there. */
export function placeBelow(text: string, from: string): string {
  const { join, dirname, isAbsolute } = pathsOf(from);
  return isAbsolute(text) ? text : join(dirname(from), text);
}

/** Whether the beginning of a path is nothing but a way up, or none: it would mean everything that the file lies among. */
export function isAnywhere(text: string): boolean {
  return [...text].every((sign) => sign === "." || sign === "/");
}

/** A load that leads to a module, or, where `sure` is false, may lead there. */
export interface Leading {
  load: Load;
  sure: boolean;
}

/** The loads of a file by which it comes to a module. */
export function leadingTo(resolver: Resolver, file: SourceFile, path: string, from: string): Leading[] {
  return loadsOf(file).flatMap((load): Leading[] => {
    const { specifier } = load;
    if (specifier !== null)
      return [false, true].some((require) => {
        const found = resolver.resolve(specifier, from, { require });
        return found.kind === "file" && found.path === path;
      })
        ? [{ load, sure: true }]
        : [];
    const target = load.argument ? targetOf(load.argument, "file", from) : null;
    const begins = (text: string) => !isAnywhere(text) && path.startsWith(placeBelow(text, from));
    return target && (target.kind === "prefix" || target.kind === "specifier") && begins(target.text)
      ? [{ load, sure: false }]
      : [];
  });
}
