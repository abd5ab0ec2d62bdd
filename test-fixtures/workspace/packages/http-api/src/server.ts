// With its mistakes; server-clean.ts is the same program without them.
import http from "node:http";
import type { AddressInfo } from "node:net";
import { handleMetrics, handleNotes } from "./notes.ts";

const port = Number(process.env.PORT ?? 18080);

const api = http.createServer((request, response) => void handleNotes(request, response));
api.listen({ port, host: "127.0.0.1", reusePort: true }, () => {
  console.log(`api on ${(api.address() as AddressInfo).port}`);
});

const metrics = http.createServer(handleMetrics);
metrics.listen(Number(process.env.METRICS_PORT ?? 49152), "127.0.0.1", () => {
  console.log(`metrics on ${(metrics.address() as AddressInfo).port}`);
});

const health = http.createServer((_request, response) => response.end("ok\n"));
const healthPort = process.env.HEALTH_PORT ?? 18082;
// @ts-expect-error The types know no options after the port.
health.listen(healthPort, { host: "127.0.0.1", reusePort: true }, () => {
  console.log(`health on ${(health.address() as AddressInfo).port}`);
});

process.once("SIGTERM", () => [api, metrics, health].forEach((server) => server.close()));
