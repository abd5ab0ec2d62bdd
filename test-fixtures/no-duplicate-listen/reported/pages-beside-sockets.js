const express = require("express");
const http = require("http");
const { Server } = require("socket.io");

const app = express();
app.use(express.static("public"));
const server = http.createServer(app);
new Server(server).on("connection", (socket) => socket.emit("welcome"));

server.listen(5050, () => console.log("chat is up"));
//     ^^^^^^ require-reuse-option noPolicy
app.listen(5050, () => console.log("pages are up"));
//  ^^^^^^ no-duplicate-listen port
