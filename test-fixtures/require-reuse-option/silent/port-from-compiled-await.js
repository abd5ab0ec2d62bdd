"use strict";
const http = require("http");
const getPort = require("get-port");
const { findPort } = require("./port-scanner");

var __awaiter = require("tslib").__awaiter;

function preview(handler) {
  return __awaiter(this, void 0, void 0, function* () {
    const port = yield getPort({ port: 7777 });
    const server = http.createServer(handler);
    server.listen(port);
    return server;
  });
}

function httpbin(handler) {
  return __awaiter(this, void 0, void 0, function* () {
    const port = yield findPort([7777, 7000, 8000]);
    return http.createServer(handler).listen(port);
  });
}

module.exports = { preview, httpbin };
