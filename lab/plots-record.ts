/**
 * `npm run lab:plots`, first half: records the series of the pictures on this
 * kernel, each in a network namespace of its own, into `results/plots.json`.
 * What other kernels recorded stays there. Takes about 100 s: a TIME_WAIT is waited out.
 */
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { release, version } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { plotsFile, readPlots, recorderHash, type Closing, type PlotData } from "./plots-data.ts";
import { kernelVersion } from "./versions.ts";

/** The recorder as one file beside nothing but koffi; returns its path. */
export async function bundleRecorder(): Promise<string> {
  const outfile = join(import.meta.dirname, "../.cache/plots/series.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "plots-series.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["koffi"],
    outfile,
    logLevel: "error",
  });
  return outfile;
}

/** Writes what is given over what is recorded; of `closing`, over the same kernel series. Rows of another recorder's making are dropped. */
export async function recordPlots(part: Partial<PlotData>): Promise<void> {
  const hash = recorderHash();
  const present = existing();
  const base = present?.recorderHash === hash ? present : null;
  const series = (version: string) => version.split(".", 2).join(".");
  const replaced = new Set(Object.keys(part.closing ?? {}).map(series));
  const kept = Object.entries(base?.closing ?? {}).filter(([version]) => !replaced.has(series(version)));
  const closing = [...kept, ...Object.entries(part.closing ?? {})].sort(([a], [b]) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const merged = { ...base, ...part, recorderHash: hash, closing: Object.fromEntries(closing) };
  await mkdir(join(plotsFile, ".."), { recursive: true });
  await writeFile(plotsFile, JSON.stringify(merged, null, 1) + "\n");
}

function existing(): PlotData | null {
  try {
    return readPlots();
  } catch {
    return null;
  }
}

/** Whether the recording on disk is this recorder's, and whole. */
export function plotsAreCurrent(): boolean {
  const present = existing();
  return present?.recorderHash === recorderHash() && present.restart !== undefined;
}

/** Records every series on the running kernel. Throws where it is not Linux, or a namespace cannot be had. */
export async function recordThisKernel(): Promise<void> {
  if (process.platform !== "linux")
    throw new Error("the series are recorded on Linux: they need its network namespaces");
  const recorder = await bundleRecorder();
  const [major, minor, patch] = kernelVersion({ release: release(), version: version() });
  const kernel = `${major}.${minor}.${patch}`;
  console.log(`recording on Linux ${kernel}`);
  const data: Partial<PlotData> = { kernel };
  for (const name of ["destinations", "shares", "growing", "restart"] as const)
    data[name] = (await series(recorder, name)) as never;
  data.closing = { [kernel]: (await series(recorder, "closing")) as Closing[] };
  await recordPlots(data);
  console.log("recorded in lab/results/plots.json");
}

function series(recorder: string, name: string): Promise<unknown> {
  const namespace = process.getuid?.() === 0 ? ["-n"] : ["-rn"];
  console.log(`  ${name}${name === "restart" ? " (90 s)" : ""}`);
  return new Promise((resolve, reject) => {
    execFile(
      "unshare",
      [...namespace, process.execPath, recorder, name],
      { timeout: 120_000, killSignal: "SIGKILL", maxBuffer: 1 << 24 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${name}: ${stderr.trim() || error.message}`));
        else resolve(JSON.parse(stdout));
      },
    );
  });
}

if (process.argv[1] === import.meta.filename) {
  await recordThisKernel().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
