import http from "node:http";

http.createServer().listen({ port: 3000, reusePort: process.platform === "linux" });
