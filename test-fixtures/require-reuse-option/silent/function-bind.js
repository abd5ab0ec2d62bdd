const http = require("http");

class Api {
  constructor() {
    this.server = http.createServer(this.handle.bind(this, 3000));
    this.listenLater = this.server.listen.bind(this.server);
  }

  handle(port, req, res) {
    res.end(`${port} ${req.socket.localAddress}`);
  }
}

module.exports = Api;
