// @fixture {"filename":"instrumentation.ts","package":{"dependencies":{"next":"15.1.0"}}}
import { createServer } from "node:http";

export function serveMetrics() {
  createServer((_request, response) => response.end("ok")).listen({ port: 9464, reusePort: false });
}

export function register() {
  console.log("started");
}
