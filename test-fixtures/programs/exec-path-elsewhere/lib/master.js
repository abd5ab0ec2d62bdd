const net = require("net");
const Workers = require("./mode/workers");

module.exports = class Master {
  constructor({ port, status }) {
    new Workers().fork(port);
    if (status)
      net.createServer().listen(status);
//                       ^^^^^^ require-reuse-option noPolicy
  }
};
