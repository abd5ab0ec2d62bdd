import dgram from "node:dgram";

class Receiver {
  socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                            ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
}

class Syslog extends Receiver {
  open(receive) {
    this.socket.on("message", receive);
    this.socket.bind(5514);
  }
}

new Syslog().open((message) => console.log(message.toString()));
