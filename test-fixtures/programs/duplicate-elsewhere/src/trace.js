import { createServer } from "node:http";
import { TRACE } from "./ports.js";

// Only where it is asked for: whoever starts the program may leave it out.
export async function openTrace() {
  const server = createServer((request, response) => response.end("trace"));
  server.listen(TRACE);
  //     ^^^^^^ require-reuse-option noPolicy
}
