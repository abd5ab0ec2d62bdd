#!/usr/bin/env node
/** The language server on a connection: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import own from "../package.json" with { type: "json" };
import { serve } from "./server/session.ts";

const USAGE = "Usage: portreuse-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME";
const args = process.argv.slice(2);

if (args.includes("--version")) console.log(own.version);
else if (args.includes("--help")) console.log(USAGE);
else if (!args.some((each) => /^--(?:stdio|node-ipc|socket(?:=|$)|pipe(?:=|$))/.test(each))) {
  console.error(USAGE);
  process.exitCode = 2;
} else serve(createConnection(ProposedFeatures.all));
