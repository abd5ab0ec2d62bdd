import dgram from "node:dgram";
import { EventEmitter } from "node:events";

export class Receiver extends EventEmitter {
  constructor() {
    super();
    this.socket = dgram.createSocket("udp4");
    this.socket.on("message", (message, from) => this.emit("packet", message, from));
  }
}

export class SharingReceiver extends EventEmitter {
  constructor() {
    super();
    this.socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  }
}
