import module from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { ScanAnswer, ScanTask } from "./scan-all.ts";
import type { FileReport } from "./scan.ts";

/** Files taken at a time: few enough that no thread is left alone with the rest. */
const BATCH = 16;

module.enableCompileCache?.();
const { scan } = await import("./scan.ts");

const { files, options, next } = workerData as ScanTask;
let index = -1;
const found: [number, FileReport][] = [];
const { problems } = await scan(taken(), options, undefined, (report) => found.push([index, report]));
parentPort?.postMessage({ found, problems } satisfies ScanAnswer);

/** Files of this thread, each taken from the common list once. */
function* taken(): Generator<string> {
  for (let start = Atomics.add(next, 0, BATCH); start < files.length; start = Atomics.add(next, 0, BATCH)) {
    const end = Math.min(start + BATCH, files.length);
    for (index = start; index < end; index++) yield files[index] as string;
  }
}
