import module from "node:module";
import { parentPort } from "node:worker_threads";
import type { ScanTask } from "./cli/scan-types.ts";

module.enableCompileCache?.();
const { checkBlocks } = await import("./cli/scan.ts");
// The task may come later: what it needs is loaded meanwhile.
parentPort?.once("message", (task: ScanTask) => void checkBlocks(task).then((found) => parentPort?.postMessage(found)));
await import("./cli/scan-file.ts");
