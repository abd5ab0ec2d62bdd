import http from "node:http";

http.createServer().listen({ port: 8000, reusePort: false });
process.on("SIGTERM", () => {});
//      ^^ require-exit-on-signal nothing
process.on("SIGTERM", () => {
//      ^^ require-exit-on-signal logs
  console.warn("terminating");
});
