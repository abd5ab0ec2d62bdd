#!/usr/bin/env node
import module from "node:module";

// Before anything large is loaded: what this compiles is kept for the next start, where Node can (22.1 and later).
module.enableCompileCache?.();
const { main } = await import("./cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
