// @fixture {"filename":"src/hooks.server.js","package":{"devDependencies":{"@sveltejs/kit":"^1.30.0"}}}
import { createServer } from "node:http";

function startMetrics() {
  const server = createServer((request, response) => response.end("requests_total 1\n"));
  server.listen({ port: 9100, host: "127.0.0.1" });
//       ^^^^^^ no-listen-on-import loader
}

startMetrics();

export const handle = ({ event, resolve }) => resolve(event);
