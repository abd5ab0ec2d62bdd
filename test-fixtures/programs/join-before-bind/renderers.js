const { createSocket } = require("node:dgram");
const { EventEmitter } = require("node:events");

const GROUP = "239.255.255.250";

class Renderers extends EventEmitter {
  constructor() {
    super();
    this.socket = createSocket({ type: "udp4", reuseAddr: true });
    this.socket.on("message", (message) => this.emit("found", message.toString("ascii")));
    this.socket.addMembership(GROUP);
//              ^^^^^^^^^^^^^ valid-multicast-membership early
    this.socket.bind(1900);
    // hover bind shows `bind()` fails with EINVAL
    // hover bind does not show listen(
  }
}

exports.Renderers = Renderers;
if (require.main === module) new Renderers().on("found", console.log);
