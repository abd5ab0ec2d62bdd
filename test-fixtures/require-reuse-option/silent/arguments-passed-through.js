const http = require("http");

class Application {
  constructor(handler) {
    this.handler = handler;
  }

  listen(...args) {
    const server = http.createServer(this.handler);
    return server.listen(...args);
  }

  listenLegacy() {
    const server = http.createServer(this.handler);
    return server.listen.apply(server, arguments);
  }
}

module.exports = Application;
