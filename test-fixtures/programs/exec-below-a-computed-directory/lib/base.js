const path = require("path");
const { directory } = require("runtime-paths");

class Base {
  workerFile() {
    return path.join(directory(), "app_worker.js");
  }
}
exports.Base = Base;
