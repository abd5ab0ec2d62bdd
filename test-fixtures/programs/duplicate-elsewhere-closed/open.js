import { createServer } from "node:http";

export function open() {
  return createServer((request, response) => response.end("open")).listen({ port: 8190, reusePort: false });
}
