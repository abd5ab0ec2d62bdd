#!/usr/bin/env node
/** The language server on a connection: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
import module from "node:module";
import { nearest } from "../../rules/src/nearest.ts";
import { nodeProblem } from "./node-version.ts";
import own from "../package.json" with { type: "json" };

const USAGE = "Usage: portreuse-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME";
const args = process.argv.slice(2);
const TRANSPORT = /^--(?:stdio|node-ipc|socket(?:=|$)|pipe(?:=|$))/;

const problem = nodeProblem();
if (problem !== null) {
  console.error(`portreuse-language-server: ${problem}`);
  process.exitCode = 2;
} else if (args.includes("--version")) console.log(own.version);
else if (args.includes("--help")) console.log(USAGE);
else if (!args.some((each) => TRANSPORT.test(each))) {
  const [unknown] = args;
  const near = unknown === undefined ? null : nearest(unknown, ["--stdio", "--node-ipc", "--socket", "--pipe"]);
  const wrong = unknown === undefined ? "" : `portreuse-language-server: Unknown option ${JSON.stringify(unknown)}. `;
  console.error(near === null ? `${wrong}${USAGE}` : `${wrong}Did you mean ${near}?`);
  process.exitCode = 2;
} else {
  // Before anything large is loaded: what this compiles is kept for the next start, where Node can (22.1 and later).
  module.enableCompileCache?.();
  const { listen } = await import("./lsp/listen.ts");
  try {
    listen();
  } catch (error) {
    console.error(`portreuse-language-server: ${error instanceof Error ? error.message : String(error)}. ${USAGE}`);
    process.exitCode = 2;
  }
}
