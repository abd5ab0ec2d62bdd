const http = require("node:http");

const server = http.createServer((request, response) => response.end("kiosk"));
server.on("error", ({ code }) => {
  if (code !== "EADDRINUSE") throw new Error(code);
  setTimeout(() => {
    server.close();
    server.listen(6104, "127.0.0.1");
  }, 500);
});
server.listen(6104, "127.0.0.1");
//     ^^^^^^ require-reuse-option noPolicy
