const { createSocket } = require("dgram");

class SyslogReceiver {
  constructor(sink) {
    this.sink = sink;
    this.socket = createSocket("udp6");
    this.socket.on("message", (line) => this.sink.write(line));
  }

  start() {
    this.socket.bind({ port: 514, reuseAddr: true });
//                                ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  }

  stop() {
    this.socket.close();
  }
}

module.exports = { SyslogReceiver };
