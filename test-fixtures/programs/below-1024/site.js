const express = require("express");
const { createServer } = require("node:http");
const { Server } = require("socket.io");

const server = createServer(express());
new Server(server).on("connection", (visitor) => visitor.emit("hello"));
server.listen(443);
//     ^^^^^^ require-reuse-option noPolicy
// hover listen shows fails with EACCES, unless the process has CAP_NET_BIND_SERVICE
