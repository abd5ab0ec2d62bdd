import { createServer } from "node:http";

if (process.platform !== "linux") {
  throw new Error(`${process.platform} cannot share a port between processes`);
}

const server = createServer((_req, res) => res.end("ok"));
server.listen({ port: Number(process.env.PORT ?? 8080), reusePort: true });
