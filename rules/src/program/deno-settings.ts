import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PackageJson } from "../settings.ts";
import { lineOf } from "./configuration-problem.ts";
import { asObject, parseJson } from "./documents.ts";
import type { PackageFile } from "./package-file.ts";
import { readBytes, stampOf } from "./read-file.ts";

/** A deno.json or deno.jsonc that is there, and what stands under `portreuse` in it; undefined where nothing does. */
interface DenoFile {
  path: string;
  settings: unknown;
  /** Why nothing could be read of it, in one line that names file and place. */
  problem: string | null;
}

const read = new Map<string, { stamp: string; file: DenoFile }>();

/** Which file the key `portreuse` stands in, where that is not the package.json itself. */
const settingsFiles = new WeakMap<PackageJson, string>();

/** How messages call the file with the key `portreuse`: "package.json", "deno.jsonc". */
export function settingsFileOf(pkg: PackageJson | null): string {
  return basename((pkg && settingsFiles.get(pkg)) ?? "package.json");
}

/**
 * The manifest of a directory: its package.json, with the key `portreuse` of the nearest manifest that has one. That is its own,
 * that of a deno.json beside it, or one further up in the same repository, as in a monorepo.
 * A deno.json alone gives that key alone; everything else comes from the package.json above.
 */
export function manifestAt(
  directory: string,
  pkg: PackageFile | null,
  above: () => PackageFile | null,
): PackageFile | null {
  if (pkg && (pkg.problem !== null || pkg.package.portreuse !== undefined)) return pkg;
  const deno = denoFile(join(directory, "deno.json")) ?? denoFile(join(directory, "deno.jsonc"));
  const stands = deno !== null && (deno.settings !== undefined || deno.problem !== null);
  if (pkg && !stands) return inheriting(pkg, above());
  const base = pkg ?? above();
  if (!deno || (base && !stands)) return base;
  const path = base?.path ?? deno.path;
  return { path, ...withKey(base?.package, deno.settings, deno.path), problem: base?.problem ?? deno.problem };
}

/** A package.json without the key, with that of the manifest above it. */
function inheriting(pkg: PackageFile, above: PackageFile | null): PackageFile {
  const key = above?.problem === null ? above.package.portreuse : undefined;
  if (!above || key === undefined) return pkg;
  const path = above.settingsPath ?? above.path;
  for (let at = dirname(pkg.path); at !== dirname(path); at = dirname(at)) if (existsSync(join(at, ".git"))) return pkg;
  return { path: pkg.path, ...withKey(pkg.package, key, path), problem: null };
}

function withKey(
  pkg: PackageJson | undefined,
  portreuse: unknown,
  settingsPath: string,
): { package: PackageJson; settingsPath: string } {
  const contents = { ...pkg, portreuse } as PackageJson;
  settingsFiles.set(contents, settingsPath);
  return { package: contents, settingsPath };
}

/** Read again only when it has changed. One that cannot be read states nothing. */
function denoFile(path: string): DenoFile | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile()) return null;
    const stamp = stampOf(stat);
    let known = read.get(path);
    if (known?.stamp !== stamp) {
      const text = readBytes(path)
        .toString("utf8")
        .replace(/^\uFEFF/, "");
      const { value, problem } = parseJson(text, path);
      const line = problem && lineOf({ path, ...problem, isWhole: true });
      known = { stamp, file: { path, settings: asObject(value)["portreuse"], problem: line } };
      read.set(path, known);
    }
    return known.file;
  } catch {
    return null;
  }
}
