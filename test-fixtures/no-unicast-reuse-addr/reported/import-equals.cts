import dgram = require("dgram");

class Heartbeats {
  private socket!: dgram.Socket;

  open(port: number): void {
    this.socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                   ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
    this.socket.on("message", (message) => console.log(message.toString()));
    this.socket.bind(port);
  }
}

export = Heartbeats;
