const net = require("net");
const { cfork } = require("cfork");
const { Base } = require("./base");

class Master extends Base {
  constructor(options) {
    super();
    this.options = options;
  }
  start() {
    cfork({ exec: this.workerFile(), count: this.options.workers });
    net.createServer((socket) => socket.end("master")).listen(this.options.port);
    //                                                 ^^^^^^ require-reuse-option noPolicy
  }
}
exports.Master = Master;
