"use strict";

const dgram = require("dgram");
const EventEmitter = require("events");

const SSDP_ADDRESS = "239.255.255.250";
const SSDP_PORT = 1900;

class SsdpServer extends EventEmitter {
  constructor(options) {
    super();
    this.usn = options.usn;
    this.sock = dgram.createSocket({ type: "udp4" });
//                    ^^^^^^^^^^^^ require-multicast-reuse-addr missing
    this.sock.on("message", this.onMessage.bind(this));
    this.sock.on("listening", this.onListening.bind(this));
  }

  start() {
    this.sock.bind(SSDP_PORT);
  }

  onListening() {
    this.sock.addMembership(SSDP_ADDRESS);
    this.sock.setMulticastTTL(4);
  }

  onMessage(message, rinfo) {
    if (message.toString().startsWith("M-SEARCH")) this.emit("search", rinfo);
  }
}

module.exports = SsdpServer;
