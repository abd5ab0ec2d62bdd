import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { serve } from "./serve";

if (process.argv.includes("--child")) {
  createServer(serve).listen(9042);
  //                  ^^^^^^ no-worker-port-conflict processes
} else {
  for (let n = 0; n < availableParallelism(); n++)
    spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), "--child"], { stdio: "inherit" });
}
