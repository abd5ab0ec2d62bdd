import { createServer } from "node:http";

export function startMetrics() {
  createServer((request, response) => response.end("metrics")).listen(9464);
//                                                             ^^^^^^ require-reuse-option noPolicy
}
