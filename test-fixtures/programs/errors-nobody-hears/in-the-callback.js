const http = require("node:http");

const server = http.createServer((request, response) => response.end("kiosk"));
server.listen(6101, (error) => {
//                   ^^^^^ no-unheard-listen-error callback
//     ^^^^^^ require-reuse-option noPolicy
  if (error) throw error;
  console.log("kiosk on 6101");
});
