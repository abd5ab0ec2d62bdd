const net = require("node:net");

class Own extends net.Server {
  listen(port) {
    return net.Server.prototype.listen.call(this, port, "127.0.0.1");
//                              ^^^^^^ require-reuse-option noPolicy
  }
}

class Base {
  listen(topic) {
    this.topic = topic;
  }
}
class Quiet extends Base {
  listen(topic) {
    Base.prototype.listen.call(this, topic);
  }
}
module.exports = { Own, Quiet };
