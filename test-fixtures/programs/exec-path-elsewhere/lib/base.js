const path = require("path");

module.exports = class Base {
  workerFile() {
    return path.join(__dirname, "../worker.js");
  }
};
