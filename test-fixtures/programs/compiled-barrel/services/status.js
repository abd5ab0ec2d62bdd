"use strict";
exports.openStatus = void 0;
const http_1 = require("http");
const index_1 = require("./index");
const openStatus = () => {
  const server = (0, http_1.createServer)((request, response) => response.end("status"));
  server.listen({ port: index_1.STATUS_PORT, exclusive: true });
  //              ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ephemeral-server-port ephemeral
  return (0, http_1.createServer)((request, response) => response.end("health")).listen(8412);
  //                                                                             ^^^^^^ require-reuse-option noPolicy
};
exports.openStatus = openStatus;
