import http from "node:http";

const server = http.createServer((request, response) => response.end("ok"));
server.listen({ port: 8080, reusePort: false });

process.on("SIGTERM", (signal) => {
//      ^^ require-exit-on-signal logs
  console.log(`got ${signal}, shutting down gracefully`);
  console.log(`up for ${process.uptime()} s`);
});
