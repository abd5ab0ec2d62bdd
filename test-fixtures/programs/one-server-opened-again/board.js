const http = require("node:http");
const express = require("express");

const board = express();
const server = http.createServer(board);
server.listen(9090);
//     ^^^^^^ require-reuse-option noPolicy
require("./live")(server);
server.listen(9090, () => console.log("board on 9090"));
//     ^^^^^^ no-duplicate-listen again
// hover listen shows Throws ERR_SERVER_ALREADY_LISTEN
// hover listen does not show bind(
