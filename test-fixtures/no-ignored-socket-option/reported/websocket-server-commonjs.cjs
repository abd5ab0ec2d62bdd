const WebSocket = require("ws");

const wss = new WebSocket.Server({
  port: 8090,
  perMessageDeflate: false,
  reusePort: process.platform === "linux",
// @3:42 no-ignored-socket-option ignored
});

wss.on("connection", (socket) => socket.send("welcome"));
