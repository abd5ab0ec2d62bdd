import { createServer } from "node:http";

export function create({ port = 50000, host = "::" } = {}) {
  createServer().listen({ port, host });
//                        ^^^^ no-ephemeral-server-port ephemeral
}

export function createApart({ port = 4001 } = {}) {
  createServer().listen({ port });
//               ^^^^^^ no-worker-port-conflict startedThreads
}
