const http = require("http");

class WebAdapter {
  constructor(adapter, settings) {
    this.adapter = adapter;
    this.settings = settings;
  }
  start() {
    this.server = http.createServer((request, response) => response.end("states"));
    this.adapter.getPort(this.settings.port, this.settings.bind, (port) => {
      if (port !== this.settings.port) this.adapter.log.warn(`port ${this.settings.port} is taken`);
      this.server.listen(port, this.settings.bind);
    });
  }
}

module.exports = { WebAdapter };
