import http from "node:http";

export class WebServer {
  constructor(options) {
    this.port = options.port;
    this.server = http.createServer((request, response) => response.end("desk"));
  }
  start() {
    return new Promise((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(this.port, resolve);
      //          ^^^^^^ no-worker-port-conflict startedProcesses
    });
  }
}
