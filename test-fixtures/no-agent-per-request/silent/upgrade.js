const http = require("http");

exports.open = function open(port, done) {
  const req = http.request({ port, agent: false, headers: { Connection: "Upgrade", Upgrade: "websocket" } });
  req.on("upgrade", (res, socket) => done(socket));
  req.end();
};
