const dgram = require("dgram");

class Finder {
  constructor() {
    this.socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
    this.socket.on("message", (message, from) => console.log(from.address, String(message)));
    this.socket.addMembership("239.255.255.250");
//              ^^^^^^^^^^^^^ valid-multicast-membership early
    this.socket.bind(1900);
  }
}

module.exports = Finder;
