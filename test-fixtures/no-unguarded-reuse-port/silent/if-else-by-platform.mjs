import { createServer } from "node:http";

const server = createServer((req, res) => res.end("hi"));
if (process.platform === "linux") {
  server.listen({ port: 8080, reusePort: true });
} else {
  server.listen({ port: 8080, reusePort: false });
}
