var dgram = require("dgram");

function Resolver(servers) {
  this.servers = servers;
  this.pending = {};
}

Resolver.prototype.open = function (done) {
  var socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  socket.on("message", this.onMessage.bind(this));
  socket.bind(0, done);
  this.socket = socket;
};

Resolver.prototype.onMessage = function (message) {
  var id = message.readUInt16BE(0);
  if (this.pending[id]) this.pending[id](message);
};

module.exports = Resolver;
