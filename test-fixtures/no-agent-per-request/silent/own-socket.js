const http = require("http");
const net = require("net");

exports.via = function via(port, path) {
  return http.get({ path, agent: false, createConnection: () => net.connect(port) });
};
