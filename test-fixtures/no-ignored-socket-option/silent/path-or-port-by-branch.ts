import { createServer } from "node:http";

const socketPath = process.env.SOCKET_PATH;
const server = createServer((_request, response) => response.end());

server.listen(
  socketPath ? { path: socketPath } : { port: 3000, reusePort: process.platform === "linux" },
);
