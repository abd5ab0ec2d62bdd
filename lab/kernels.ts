/**
 * `npm run lab:kernels`: boots Debian's kernels under QEMU with the lab inside and
 * records what each does in `results/<major.minor>.json`; this machine's own kernel too.
 *
 *   --kernel 6.1   only that series (`newest` and `host` are names as well; may be repeated)
 *   --all          every experiment, not only those that this kernel has no recording of
 *   --keep         leave the initramfs and the consoles' logs in .cache/kernels
 */
import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { release, version } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { optionsOf } from "./arguments.ts";
import { bundleLab } from "./bundle.ts";
import { experimentHashes, type Hashes } from "./hash.ts";
import { newest, privateApt, type KernelPackage, type PrivateApt } from "./kernels/apt.ts";
import { initramfs, kernelImage } from "./kernels/image.ts";
import { boot } from "./kernels/qemu.ts";
import { failedFacts, parseResults, record, recordedKernels, versionOf } from "./kernels/results.ts";
import { requireTools } from "./kernels/tools.ts";
import type { Results } from "./output.ts";
import type { Closing } from "./plots-data.ts";
import { drawPictures } from "./plots.ts";
import { bundleRecorder, plotsAreCurrent, recordPlots, recordThisKernel } from "./plots-record.ts";
import { runtimePathsVariable } from "./runtime-paths.ts";
import { installRuntimes } from "./runtimes-cache.ts";
import { kernelVersion } from "./versions.ts";

const wanted = ["5.10", "6.1", "6.12", "newest"];
const folder = join(import.meta.dirname, "../.cache/kernels");
const minutes = 60_000;

async function main(): Promise<void> {
  const values = optionsOf("npm run lab:kernels", {
    kernel: { type: "string", multiple: true },
    all: { type: "boolean" },
    keep: { type: "boolean" },
  });
  const names = values.kernel ?? [...wanted, "host"];
  const unknown = names.find((name) => name !== "newest" && name !== "host" && !/^\d+\.\d+$/.test(name));
  if (unknown !== undefined) throw new Error(`--kernel ${unknown}: write a series such as 6.1, or "newest", or "host"`);

  const guests = names.filter((name) => name !== "host");
  if (guests.length > 0) await requireTools(console.log);
  await mkdir(folder, { recursive: true });
  if (!plotsAreCurrent()) await recordThisKernel();
  const payload = await preparePayload();
  const failures: string[] = [];
  const done = async (name: string, run: () => Promise<Results>) => {
    const started = performance.now();
    try {
      const results = await run();
      const failed = failedFacts(results);
      const file = await record(results);
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      const facts = Object.values(results.facts);
      console.log(
        `[${name}] Linux ${versionOf(results)}: ${facts.filter((fact) => fact.pass).length} of ${facts.length} facts confirmed in ${seconds} s, recorded in lab/results/${file}`,
      );
      if (failed.length > 0) failures.push(`${name}: not confirmed: ${failed.join(", ")}`);
    } catch (error) {
      failures.push(`${name}: ${(error as Error).message}`);
      console.error(`[${name}] ${(error as Error).message}`);
    }
  };

  if (guests.length > 0) {
    console.log("fetching package lists");
    const apt = await privateApt(join(folder, "apt"));
    const available = await apt.kernels();
    const recorded = values.all ? [] : await recordedKernels();
    for (const name of guests)
      await done(name, () => runInGuest(name, apt, available, payload, recorded, values.keep ?? false));
  }
  if (names.includes("host"))
    await done("host", async () => runHere(payload, values.all ? [] : await recordedKernels()));
  await drawPictures();
  if (failures.length > 0) throw new Error(["not everything was confirmed", ...failures].join("\n  "));
}

interface Payload {
  /** The Node that runs everything. */
  node: string;
  /** The bundled lab and the bundled recorder of the pictures' series. */
  lab: string;
  recorder: string;
  /** What `process.version` is there. */
  version: string;
  /** Of the experiments, by fact. */
  hashes: Hashes;
  /** Every runtime at hand, by name. */
  others: Record<string, string>;
}

/** Every kernel runs the same Node, so that a difference is the kernel's. Bun and Deno run on this machine only: they would double what a guest has to load. */
async function preparePayload(): Promise<Payload> {
  const installed = await installRuntimes(["node-24", "bun", "deno"], console.log);
  const node = installed.find(({ name }) => name === "node-24");
  if (!node?.binary) throw new Error(node?.reason ?? "no Node 24 to run the experiments");
  const lab = join(folder, "lab.mjs");
  await bundleLab(lab);
  const others = Object.fromEntries(installed.flatMap(({ name, binary }) => (binary ? [[name, binary]] : [])));
  const { stdout } = await promisify(execFile)(node.binary, ["--version"]);
  const hashes = await experimentHashes();
  return { node: node.binary, version: stdout.trim(), hashes, lab, recorder: await bundleRecorder(), others };
}

async function runInGuest(
  name: string,
  apt: PrivateApt,
  available: readonly KernelPackage[],
  payload: Payload,
  recorded: readonly Results[],
  keep: boolean,
): Promise<Results> {
  const kernel = newest(available, name);
  if (!kernel)
    throw new Error(
      `the archive has no ${name} kernel now; it has ${[...new Set(available.map((each) => each.series))].join(", ")}`,
    );
  const place = join(folder, name);
  await mkdir(place, { recursive: true });
  console.log(`[${name}] ${kernel.name} ${kernel.version}`);
  const before = recorded.find(({ build }) => `${build} `.includes(` Debian ${kernel.version} `)) ?? null;
  const facts = missingFrom(before, payload);
  if (before !== null && facts.length === 0) return before;
  const image = await kernelImage(await apt.download(kernel), place);
  const modules = join(import.meta.dirname, "../node_modules");
  await initramfs(join(place, "initramfs"), place, {
    node: payload.node,
    files: {
      "lab/lab.mjs": payload.lab,
      "lab/series.mjs": payload.recorder,
      "lab/node_modules/koffi": join(modules, "koffi"),
      "lab/node_modules/@koromix/koffi-linux-x64": join(modules, "@koromix/koffi-linux-x64"),
    },
    script: guestScript(facts),
  });
  const log = createWriteStream(join(place, "console.log"));
  const report = await boot({
    kernel: image,
    initramfs: join(place, "initramfs"),
    report: join(place, "report"),
    timeout: 60 * minutes,
    silence: 4 * minutes,
    onLine(line) {
      log.write(`${line}\n`);
      if (/^[✔✘-] |^ {4}\S/.test(line)) console.log(`[${name}] ${line}`);
    },
  }).finally(() => log.end());
  if (!keep) for (const file of ["initramfs", "report", "console.log"]) await rm(join(place, file), { force: true });
  const { lab, closing } = JSON.parse(report) as { lab: unknown; closing: Closing[] };
  const results = parseResults(JSON.stringify(lab));
  await recordPlots({ closing: { [versionOf(results)]: closing } });
  return merged(before, results, payload);
}

/** The experiments that a kernel's recording lacks as they are now; all of them where there is none, or another Node.js made it. */
function missingFrom(before: Results | null, { hashes, version }: Payload): string[] {
  const kept = before?.node === version ? before : null;
  return Object.keys(hashes).filter((id) => kept?.facts[id]?.hash !== hashes[id]);
}

/** What was recorded before and still holds, with what was run now. */
function merged(before: Results | null, now: Results, payload: Payload): Results {
  const ran = new Set(missingFrom(before, payload));
  const kept = Object.entries(before?.facts ?? {}).filter(([id]) => id in payload.hashes && !ran.has(id));
  return { ...now, facts: { ...Object.fromEntries(kept), ...now.facts } };
}

/** busybox's unshare gives each experiment its namespace; what fails leaves no JSON, and with it no report. */
const guestScript = (facts: readonly string[]) => `cd /lab
busybox unshare -n node series.mjs closing > /tmp/closing.json
node lab.mjs all --facts ${facts.join(",")} --json /tmp/lab.json --launcher "busybox unshare -n" --jobs 2
if [ -s /tmp/lab.json ] && [ -s /tmp/closing.json ]; then
  { echo '{"lab":'; cat /tmp/lab.json; echo ',"closing":'; cat /tmp/closing.json; echo '}'; } > /tmp/report.json
fi`;

async function runHere(payload: Payload, recorded: readonly Results[]): Promise<Results> {
  const { node, lab, others } = payload;
  const kernel = kernelVersion({ release: release(), version: version() }).join(".");
  const before = recorded.find((each) => versionOf(each) === kernel) ?? null;
  const facts = missingFrom(before, payload);
  if (before !== null && facts.length === 0) return before;
  const file = join(folder, "host.json");
  await rm(file, { force: true });
  const env = { ...process.env, [runtimePathsVariable]: JSON.stringify(others) };
  await new Promise<void>((resolve, reject) => {
    execFile(
      node,
      [lab, "all", "--facts", facts.join(","), "--json", file],
      { env, timeout: 10 * minutes, maxBuffer: 1 << 24 },
      (error, stdout, stderr) => {
        const failed = stdout.split("\n").filter((line) => /^✘|^ {4}/.test(line));
        if (failed.length > 0) console.log(failed.map((line) => `[host] ${line}`).join("\n"));
        if (error) reject(new Error(stderr.trim() || error.message));
        else resolve();
      },
    );
  });
  const results = parseResults(await readFile(file, "utf8"));
  await rm(file);
  // Only the version says something to others; the rest of a machine's own release and build does not.
  return merged(before, { ...results, kernel, build: `Linux ${kernel}` }, payload);
}

await main().catch((error: Error) => {
  console.error(`lab:kernels: ${error.message}`);
  process.exitCode = 1;
});
