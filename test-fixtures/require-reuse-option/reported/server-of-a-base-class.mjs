import http from "node:http";

class Service {
  server = http.createServer((request, response) => response.end(this.constructor.name));
}

class Api extends Service {
  get port() {
    return 4300;
  }

  start() {
    this.server.listen(this.port);
//              ^^^^^^ require-reuse-option noPolicy
  }
}

new Api().start();
