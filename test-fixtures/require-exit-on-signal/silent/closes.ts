import http from "node:http";
const server = http.createServer();
server.listen({ port: 8080, reusePort: false });
process.on("SIGTERM", () => {
  console.log("closing");
  server.close(() => process.exit(0));
});
