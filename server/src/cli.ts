#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";
import { nodeProblem } from "./node-version.ts";

// Before anything large is loaded: what this compiles is kept for the next start, where Node can (22.1 and later).
module.enableCompileCache?.();
// On a machine with much memory V8 lets a heap grow to four times what is in use before it collects, in every thread.
setFlagsFromString("--heap-growing-percent=70");
// Whoever reads may stop reading: `| head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") console.error(`portreuse: cannot write the output: ${error.message}`);
  process.exit(error.code === "EPIPE" ? 0 : 2);
});
const problem = nodeProblem();
if (problem === null) {
  const { main } = await import("./cli/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(`portreuse: ${problem}`);
  process.exitCode = 2;
}
