import { createServer } from "node:http";

createServer((request, response) => response.end("scores")).listen({ port: 3000, reusePort: true });
