import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PackageJson } from "./settings.ts";

const cache = new Map<string, { at: number; package: PackageJson | null }>();

/** In an editor a process lives for days: what was read is good for this long, in milliseconds. */
const FRESH = 2000;

/** The contents of the nearest package.json above a file; null when there is none. */
export function nearestPackage(filename: string, now = Date.now()): PackageJson | null {
  const directory = dirname(filename);
  const known = cache.get(directory);
  if (known && now - known.at < FRESH) return known.package;
  const found = readPackage(join(directory, "package.json")) ?? (dirname(directory) === directory ? null : nearestPackage(directory, now));
  cache.set(directory, { at: now, package: found });
  return found;
}

/** The contents of one package.json: null where there is none; one that is no JSON object counts as empty. */
export function readPackage(path: string): PackageJson | null {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return null;
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as PackageJson) : {};
  } catch {
    return {};
  }
}
