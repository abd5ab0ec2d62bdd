import { createServer } from "node:http";

export function startApi() {
  createServer((request, response) => response.end("api")).listen(3000);
}
