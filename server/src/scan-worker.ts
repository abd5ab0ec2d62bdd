import module from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { ScanTask } from "./cli/scan-types.ts";

module.enableCompileCache?.();
const { checkCandidates } = await import("./cli/scan.ts");
parentPort?.postMessage(await checkCandidates(workerData as ScanTask));
