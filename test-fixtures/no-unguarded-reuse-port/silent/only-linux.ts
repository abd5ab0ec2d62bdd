import { createServer } from "node:http";

const server = createServer((_req, res) => res.end("ok"));
server.listen({ port: 8080, reusePort: process.platform === "linux" });
