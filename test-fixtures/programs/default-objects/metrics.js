import http from "node:http";
import config from "./config/index.js";

function start() {
  http.createServer((request, response) => response.end("metrics")).listen({ port: config.metrics.port, reusePort: false });
}

export default { start };
