import { createServer } from "node:http";

export function serve(): void {
  createServer((request, response) => response.end("quiz")).listen(8081);
}
