const http = require("http");
const app = require("express")();
const server = http.createServer(app);
app.on("error", onError);
server.on("error", onError);
server.listen({ port: 3000, reusePort: false });
function onError(error) {
  if (error.code === "EADDRINUSE") process.exit(1);
}
