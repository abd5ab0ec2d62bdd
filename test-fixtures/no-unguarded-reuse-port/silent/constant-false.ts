import { createServer } from "node:http";

createServer((_req, res) => res.end("one process")).listen({ port: 8080, reusePort: false });
