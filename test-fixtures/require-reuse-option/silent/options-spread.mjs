import http from "node:http";
import defaults from "./defaults.mjs";

export function boot(handler, overrides = {}) {
  const server = http.createServer(handler);
  server.listen({ port: 3000, ...defaults.listen, ...overrides });
  return server;
}
