/** What the lab recorded on each kernel: `lab/results/<major.minor>.json`. */
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "../output.ts";
import { kernelVersion } from "../versions.ts";

const resultsFolder = join(import.meta.dirname, "../results");
const resultFile = /^\d+\.\d+\.json$/;

/** All recorded kernels, oldest first. */
export async function recordedKernels(): Promise<Results[]> {
  const files = (await readdir(resultsFolder).catch(() => [])).filter((file) => resultFile.test(file));
  const results = await Promise.all(
    files.map(async (file) => parseResults(await readFile(join(resultsFolder, file), "utf8"))),
  );
  return results.sort((a, b) => versionOf(a).localeCompare(versionOf(b), "en", { numeric: true }));
}

/** Writes a result under the name of its kernel and returns the file's name. Facts stand in the order of their ids. */
export async function record(results: Results): Promise<string> {
  const facts = Object.fromEntries(Object.entries(results.facts).sort(([a], [b]) => (a < b ? -1 : 1)));
  const file = `${/^\d+\.\d+/.exec(versionOf(results))?.[0]}.json`;
  await mkdir(resultsFolder, { recursive: true });
  await writeFile(join(resultsFolder, file), JSON.stringify({ ...results, facts }, null, 2) + "\n");
  return file;
}

/** The version proper, e.g. `6.1.176`; the release of a Debian kernel names its ABI only. */
export function versionOf({ kernel, build }: Pick<Results, "kernel" | "build">): string {
  return kernelVersion({ release: kernel, version: build }).join(".");
}

/** The facts that were run and not confirmed. */
export function failedFacts(results: Results): string[] {
  return Object.entries(results.facts)
    .filter(([, fact]) => !fact.pass && fact.notRun === undefined)
    .map(([id]) => id);
}

/** What a kernel's results say of one fact: `pass`, `fail`, or nothing about the experiment as it is now. */
export function verdict({ facts }: Results, id: string, hashes: Readonly<Record<string, string>>): Verdict {
  const found = facts[id];
  if (found === undefined || found.hash !== hashes[id]) return "not recorded";
  if (found.notRun !== undefined) return "not run";
  return found.pass ? "pass" : "fail";
}

export type Verdict = "pass" | "fail" | "not run" | "not recorded";

/** Reads a result and throws, naming the field, when it is not one. */
export function parseResults(text: string): Results {
  const value = JSON.parse(text) as Partial<Results>;
  for (const field of ["kernel", "build", "node"] as const) {
    if (typeof value[field] !== "string" || value[field] === "")
      throw new Error(`a lab result needs a string "${field}"`);
  }
  if (typeof value.facts !== "object" || Object.keys(value.facts).length === 0)
    throw new Error("a lab result needs facts");
  for (const [id, fact] of Object.entries(value.facts)) {
    if (typeof fact?.pass !== "boolean" || typeof fact.observed !== "object" || typeof fact.hash !== "string")
      throw new Error(`fact "${id}" of a lab result needs "pass", "hash" and "observed"`);
  }
  return value as Results;
}
