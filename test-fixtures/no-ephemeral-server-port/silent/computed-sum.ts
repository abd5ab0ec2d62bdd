import { createServer } from "node:http";

const BASE_PORT = 40_000;

export function openShard(index: number): void {
  createServer((_req, res) => res.end(String(index))).listen({ port: BASE_PORT + index, exclusive: true });
}
