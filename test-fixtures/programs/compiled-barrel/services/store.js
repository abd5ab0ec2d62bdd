"use strict";
exports.openStore = openStore;
const http_1 = require("http");
function openStore(port) {
  return (0, http_1.createServer)((request, response) => response.end("store")).listen(port);
}
