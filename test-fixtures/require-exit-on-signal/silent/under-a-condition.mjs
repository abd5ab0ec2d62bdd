import http from "node:http";
http.createServer().listen({ port: 8080, reusePort: false });
if (process.env.IGNORE_INTERRUPT) process.on("SIGINT", () => {});
