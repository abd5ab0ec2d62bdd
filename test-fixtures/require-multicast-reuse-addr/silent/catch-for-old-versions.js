const dgram = require("dgram");

class Discovery {
  constructor(port) {
    try {
      this.socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
    } catch (error) {
      // No options object in this version.
      this.socket = dgram.createSocket("udp4");
    }
    this.socket.bind(port, () => this.socket.addMembership("224.0.0.251"));
  }
}
module.exports = Discovery;
