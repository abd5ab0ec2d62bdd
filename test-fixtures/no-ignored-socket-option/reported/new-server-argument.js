const http = require("http");

class StatusPage {
  constructor(checks) {
    this.checks = checks;
    this.server = new http.Server({ reusePort: true, keepAliveTimeout: 5000 });
//                                  ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
    this.server.on("request", (req, res) => this.render(res));
  }

  render(res) {
    res.end(JSON.stringify(this.checks.map((check) => check.state)));
  }

  start() {
    this.server.listen(8085);
  }
}

module.exports = StatusPage;
