import { statSync } from "node:fs";
import { basename, join } from "node:path";
import type { PackageJson } from "../settings.ts";
import { asObject, parseJson } from "./documents.ts";
import type { PackageFile } from "./package-file.ts";
import { readBytes } from "./read-file.ts";

/** A deno.json or deno.jsonc that is there, and what stands under `portreuse` in it; undefined where nothing does. */
interface DenoFile {
  path: string;
  settings: unknown;
}

const read = new Map<string, { stamp: string; file: DenoFile }>();

/** Which file the key `portreuse` stands in, where that is not the package.json itself. */
const settingsFiles = new WeakMap<PackageJson, string>();

/** How messages call the file with the key `portreuse`: "package.json", "deno.jsonc". */
export function settingsFileOf(pkg: PackageJson | null): string {
  return basename((pkg && settingsFiles.get(pkg)) ?? "package.json");
}

/**
 * The manifest of a directory: its package.json with the key `portreuse` of the deno.json beside it, where the former has none.
 * A deno.json alone gives that key alone; everything else comes from the package.json above.
 */
export function manifestAt(
  directory: string,
  pkg: PackageFile | null,
  above: () => PackageFile | null,
): PackageFile | null {
  if (pkg && (pkg.problem !== null || pkg.package.portreuse !== undefined)) return pkg;
  const deno = denoFile(join(directory, "deno.json")) ?? denoFile(join(directory, "deno.jsonc"));
  const base = pkg ?? above();
  if (!deno || (base && deno.settings === undefined)) return base;
  const contents = { ...base?.package, portreuse: deno.settings } as PackageJson;
  settingsFiles.set(contents, deno.path);
  return { path: base?.path ?? deno.path, package: contents, problem: base?.problem ?? null, settingsPath: deno.path };
}

/** Read again only when it has changed. One that cannot be read, or is no JSON, states nothing: whoever reads launches says so. */
function denoFile(path: string): DenoFile | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile()) return null;
    const stamp = `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
    let known = read.get(path);
    if (known?.stamp !== stamp) {
      const text = readBytes(path)
        .toString("utf8")
        .replace(/^\uFEFF/, "");
      known = { stamp, file: { path, settings: asObject(parseJson(text, path).value)["portreuse"] } };
      read.set(path, known);
    }
    return known.file;
  } catch {
    return null;
  }
}
