import http from "node:http";
let stopping = false;
http.createServer((request, response) => response.end(stopping ? "bye" : "ok")).listen({ port: 8080, reusePort: false });
process.on("SIGTERM", () => {
  stopping = true;
});
