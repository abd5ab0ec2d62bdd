const http = require("http");
const { Server } = require("socket.io");

const web = http.createServer((req, res) => res.end("<script src=/socket.io/socket.io.js></script>"));
web.listen(6060);
//  ^^^^^^ require-reuse-option noPolicy

const io = new Server(6060);
//             ^^^^^^ no-duplicate-listen port
io.on("connection", (socket) => socket.join("lobby"));
