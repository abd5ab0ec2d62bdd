import http from "node:http";
import config from "./config/index.js";

let server;

function start() {
  server = http.createServer((request, response) => response.end("api"));
  server.listen({ port: config.http.port, reusePort: false });
  //     ^^^^^^ no-duplicate-listen port
}

function stop() {
  server.close();
}

export default { start, stop };
