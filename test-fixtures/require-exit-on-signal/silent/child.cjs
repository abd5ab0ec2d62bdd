const http = require("http");
http.createServer().listen({ port: 8080, reusePort: false });
process.on("SIGINT", () => {});
process.on("message", (message) => {
  if (message === "stop") process.exit();
});
