#!/usr/bin/env node
// @fixture {"package":{"name":"serve-here","bin":"./src/command-line-tool.mjs"}}
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string", short: "p", default: "8080" } } });

const server = createServer((req, res) => {
  const file = createReadStream(`.${new URL(req.url, "http://localhost").pathname}`);
  file.once("error", () => res.writeHead(404).end());
  file.pipe(res);
});

server.listen(Number(values.port), () => console.log(`http://localhost:${values.port}/`));
//     ^^^^^^ require-reuse-option noPolicy
