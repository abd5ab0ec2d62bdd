import type { PackageJson } from "../settings.ts";

/** A package.json that is there, or a deno.json where there is none. */
export interface PackageFile {
  path: string;
  /** Empty where the file holds no JSON object. */
  package: PackageJson;
  /** Why nothing could be read of it, in one line that names file and place; null when all is well. */
  problem: string | null;
  /** The file that the key `portreuse` stands in: a deno.json or deno.jsonc, or a package.json further up. Absent where that is `path`. */
  settingsPath?: string;
}
