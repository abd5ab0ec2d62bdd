const http = require("http");

const server = http.createServer((req, res) => res.end("handled by the child\n"));

process.on("message", (msg, handle) => {
  if (msg === "server") server.listen(handle);
});
