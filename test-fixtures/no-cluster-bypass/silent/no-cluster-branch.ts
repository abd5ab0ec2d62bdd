import { createServer } from "node:http";

const cluster = createClusterOfCaches();
cluster.on("listening", () => console.log("caches up"));

createServer((_req, res) => res.end()).listen({ port: 8080, reusePort: process.platform === "linux" });

function createClusterOfCaches() {
  const listeners: Record<string, () => void> = {};
  return { on: (event: string, cb: () => void) => void (listeners[event] = cb) };
}
