import { createServer } from "node:http";

/** Says that the program is about to start, until it has. */
export function splash() {
  return createServer((request, response) => response.end("wait")).listen({ port: 8190, reusePort: false });
}
