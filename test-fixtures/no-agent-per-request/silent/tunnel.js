const http = require("http");

exports.tunnel = function tunnel(host, done) {
  const req = http.request({ host: "proxy.internal", port: 3128, method: "CONNECT", path: `${host}:443`, agent: false });
  req.on("connect", (res, socket) => done(null, socket));
  req.end();
};
