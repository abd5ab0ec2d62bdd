import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** The version that the plugin is tested with. Not in package.json: registries often lack its binaries for other platforms, and then `npm ci` refuses. */
export const OXLINT_VERSION = "1.94.0";

/** The program of oxlint, installed into a folder of its own when it is missing. */
export function oxlintProgram(cache: string): string {
  const folder = join(cache, `oxlint-${OXLINT_VERSION}`);
  const program = join(folder, "node_modules/oxlint/bin/oxlint");
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    execFileSync("npm", ["install", "--prefix", folder, "--no-save", "--silent", `oxlint@${OXLINT_VERSION}`], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  return program;
}
