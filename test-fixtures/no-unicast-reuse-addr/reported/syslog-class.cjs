"use strict";

const dgram = require("dgram");
const { EventEmitter } = require("events");

class SyslogServer extends EventEmitter {
  constructor(options = {}) {
    super();
    this.port = options.port || 514;
    this.host = options.host || "0.0.0.0";
    this.socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                   ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
    this.socket.on("message", this.onMessage.bind(this));
    this.socket.on("error", (error) => this.emit("error", error));
  }

  start(done) {
    this.socket.bind(this.port, this.host, done);
  }

  onMessage(line, remote) {
    this.emit("line", { line: line.toString("utf8"), from: remote.address });
  }

  stop(done) {
    this.socket.close(done);
  }
}

module.exports = SyslogServer;
