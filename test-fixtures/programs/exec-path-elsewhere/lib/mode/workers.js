const cfork = require("cfork");
const Base = require("../base");

module.exports = class Workers extends Base {
  fork(port) {
    cfork({ exec: this.workerFile(), args: [String(port)], count: 4 });
  }
};
