#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";
import { nodeProblem } from "./node-version.ts";

// Before anything large is loaded: what this compiles is kept for the next start, where Node can (22.1 and later).
module.enableCompileCache?.();
// On a machine with much memory V8 lets a heap grow to four times what is in use before it collects, in every thread.
setFlagsFromString("--heap-growing-percent=70");
// V8 of Node.js 20 compiles for speed so early that in a run of seconds two fifths of the time were spent on that.
// Later ones have a compiler between.
if (Number.parseInt(process.versions.v8) < 12) setFlagsFromString("--interrupt-budget=400000");
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
