import http from "node:http";
import type { AddressInfo } from "node:net";
import { handleMetrics, handleNotes } from "./notes.ts";

const host = "127.0.0.1";
/** Several copies of the API may run on one machine; metrics and health belong to one of them. */
const copies = Number(process.env.COPIES ?? 1);

const api = http.createServer((request, response) => void handleNotes(request, response));
api.listen({ port: Number(process.env.PORT ?? 18080), host, reusePort: copies > 1 && process.platform === "linux" }, () => {
  console.log(`api on ${(api.address() as AddressInfo).port}`);
});

const metrics = http.createServer(handleMetrics);
metrics.listen({ port: Number(process.env.METRICS_PORT ?? 18081), host, reusePort: false }, () => {
  console.log(`metrics on ${(metrics.address() as AddressInfo).port}`);
});

const health = http.createServer((_request, response) => response.end("ok\n"));
health.listen({ port: Number(process.env.HEALTH_PORT ?? 18082), host, reusePort: false }, () => {
  console.log(`health on ${(health.address() as AddressInfo).port}`);
});

process.once("SIGTERM", () => [api, metrics, health].forEach((server) => server.close()));
