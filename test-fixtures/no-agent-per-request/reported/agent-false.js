"use strict";
const http = require("http");

module.exports = function ping(host, done) {
  const req = http.get({ host, port: 8080, path: "/ping", agent: false }, (res) => {
//                                                               ^^^^^ no-agent-per-request none
    res.resume();
    res.on("end", () => done(null, res.statusCode));
  });
  req.on("error", done);
};
