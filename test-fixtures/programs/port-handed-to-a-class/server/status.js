import http from "node:http";

export class StatusServer {
  constructor(port) {
    this.port = port;
  }
  start() {
    http.createServer((request, response) => response.end("up")).listen(this.port);
    //                                                           ^^^^^^ no-worker-port-conflict startedProcesses
  }
}
