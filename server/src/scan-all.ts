import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FileReport, Scan, ScanOptions } from "./scan.ts";

/** With fewer files a second thread takes longer to start than it saves. */
const WORTH_THREADS = 800;
/** More threads than this wait for the disk. */
const MOST_THREADS = 8;
/** How often the progress is told, in milliseconds. */
const TICK = 100;
/** The parser makes much that dies young; with room for it, in MB, the collector copies less. */
const YOUNG_GENERATION = 64;

/** What a scanning thread is given. */
export interface ScanTask {
  files: readonly string[];
  options: ScanOptions;
  /** One number: the index of the next file that nobody has taken. */
  next: Int32Array;
}

/** What it sends back: the reports with the indices of their files. */
export interface ScanAnswer {
  found: readonly (readonly [index: number, report: FileReport])[];
  problems: readonly string[];
}

/** Checks files, in several threads where that pays; the order of the reports is that of the files. `step` is told how many are done. */
export async function scanAll(files: readonly string[], options: ScanOptions, step: (done: number) => void = () => {}, threads = Math.min(availableParallelism(), MOST_THREADS)): Promise<Scan> {
  if (files.length < WORTH_THREADS || threads < 2) {
    const { scan } = await import("./scan.ts");
    return scan(files, options, step);
  }
  const task: ScanTask = { files, options, next: new Int32Array(new SharedArrayBuffer(4)) };
  const timer = setInterval(() => step(Math.min(Atomics.load(task.next, 0), files.length)), TICK);
  try {
    const answers = await Promise.all(Array.from({ length: threads }, () => inThread(task)));
    const found = answers.flatMap((each) => each.found).sort(([a], [b]) => a - b);
    return { reports: found.map(([, report]) => report), problems: [...new Set(answers.flatMap((each) => each.problems))].sort() };
  } finally {
    clearInterval(timer);
  }
}

function inThread(workerData: ScanTask): Promise<ScanAnswer> {
  // Bundled, this file is one of the chunks and the thread's entry stands beside their folder.
  const here = import.meta.url;
  const entry = here.endsWith(".ts") ? new URL("./scan-worker.ts", here) : new URL("../scan-worker.js", here);
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } });
    worker.once("message", resolve).once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A scanning thread ended early with code ${code}.`)));
  });
}
