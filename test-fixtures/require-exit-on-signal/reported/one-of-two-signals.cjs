const http = require("http");

const server = http.createServer();
server.listen({ port: 8000, reusePort: false });
process.on("SIGTERM", () => server.close(() => process.exit(0)));
process.on("SIGINT", () => {
//      ^^ require-exit-on-signal logs
  console.log("use kill to stop this server");
});
