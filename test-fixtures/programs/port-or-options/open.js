const http = require("node:http");
const net = require("node:net");

exports.serve = (portOrOptions) => {
  const options = typeof portOrOptions === "object" ? portOrOptions : { port: portOrOptions };
  http.createServer().listen(options);
//                    ^^^^^^ require-reuse-option noPolicy
};

exports.serveStated = (portOrOptions) => {
  const options = typeof portOrOptions === "object" ? portOrOptions : { port: portOrOptions };
  http.createServer().listen(options);
};

exports.open = (target) => {
  let port;
  if (typeof target === "number") port = target;
  else port = target.port;
  net.createServer().listen(port);
//                   ^^^^^^ require-reuse-option noPolicy
//                   ^^^^^^ no-ephemeral-server-port ephemeral
};
