import http from "node:http";

const server = http.createServer((_request, response) => response.end("shared"));

server.listen({ port: 3000, reusePort: process.platform === "linux" });
