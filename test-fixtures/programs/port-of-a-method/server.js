import http from "node:http";

export class Server {
  constructor() {
    this.http = http.createServer();
  }
  start(port) {
    this.http.listen(port);
//            ^^^^^^ require-reuse-option noPolicy
//            ^^^^^^ no-ephemeral-server-port ephemeral
  }
}

export class Stated {
  #http = http.createServer();
  start(options) {
    this.#http.listen(options);
  }
}

export class Handed {
  #http = http.createServer();
  start(port) {
    this.#http.listen(port);
//             ^^^^^^ require-reuse-option noPolicy
  }
}
