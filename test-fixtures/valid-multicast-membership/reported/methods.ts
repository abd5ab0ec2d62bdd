import dgram from "node:dgram";

class Receiver {
  private readonly socket = dgram.createSocket({ type: "udp4", reuseAddr: true });

  constructor() {
    this.socket.addSourceSpecificMembership("10.0.0.1", "232.1.1.1");
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ valid-multicast-membership early
  }

  start() {
    this.socket.bind(7400);
  }
}

const receiver = new Receiver();
receiver.start();
