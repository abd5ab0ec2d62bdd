import http from "node:http";
import config from "./config/index.js";

function start() {
  http.createServer((request, response) => response.end("admin")).listen({ port: config.http.port, reusePort: false });
}

export default { start };
