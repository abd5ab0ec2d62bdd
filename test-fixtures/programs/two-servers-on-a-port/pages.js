const http = require("node:http");
const express = require("express");
const { Server } = require("socket.io");

const pages = express();
const server = http.createServer(pages);
new Server(server).on("connection", (player) => player.emit("welcome"));
// hover Server shows Opens no port of its own
server.listen(5000);
//     ^^^^^^ require-reuse-option noPolicy
pages.listen(5000);
//    ^^^^^^ no-duplicate-listen port
