"use strict";
const net = require("net");

class LineServer {
  constructor(opts) {
    this.port = opts.port;
    this.clients = new Set();
    this.server = net.createServer(this.onConnection.bind(this));
  }

  onConnection(sock) {
    this.clients.add(sock);
    sock.setEncoding("utf8");
    sock.on("data", (line) => this.broadcast(line, sock));
    sock.once("close", () => this.clients.delete(sock));
  }

  broadcast(line, from) {
    for (const c of this.clients) if (c !== from) c.write(line);
  }

  start(cb) {
    this.server.listen(this.port, cb);
    //          ^^^^^^ require-reuse-option noPolicy
  }
}

module.exports = LineServer;
