import module from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { ScanTask } from "./cli/scan-types.ts";

module.enableCompileCache?.();
const { checkBlocks } = await import("./cli/scan.ts");
parentPort?.postMessage(await checkBlocks(workerData as ScanTask));
