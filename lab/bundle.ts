import { build } from "esbuild";
import { join } from "node:path";
import { experimentHashes } from "./hash.ts";

/**
 * Bundles the lab into one ES module. koffi stays outside, for it brings a native file:
 * it must be found as a package from where the bundle lies.
 */
export async function bundleLab(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, "entry.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: ["koffi", "esbuild"],
    define: { EXPERIMENT_HASHES: JSON.stringify(await experimentHashes()) },
    logLevel: "warning",
  });
}
