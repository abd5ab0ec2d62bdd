const net = require("net");

net.createServer((socket) => socket.end()).listen("app.sock", 511);
