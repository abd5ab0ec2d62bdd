"use strict";
const { createConnection } = require("net");
const { EventEmitter } = require("events");

const LOCAL_PORT = 5001;

class Scale extends EventEmitter {
  constructor(host, port) {
    super();
    this.host = host;
    this.port = port;
  }

  open() {
    this.socket = createConnection({ host: this.host, port: this.port, localPort: LOCAL_PORT });
    //                                                                 ^^^^^^^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
    this.socket.on("data", (buf) => this.emit("weight", Number(buf.toString("ascii").trim())));
    this.socket.on("error", (err) => this.emit("warning", err));
    this.socket.on("close", () => setTimeout(() => this.open(), 1000));
  }
}

module.exports = Scale;
