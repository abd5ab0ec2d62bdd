const { WebSocketServer } = require("ws");

exports.lobby = new WebSocketServer({ path: "/lobby", port: 5002 });
exports.match = new WebSocketServer({ path: "/match", port: 5002 });
//                  ^^^^^^^^^^^^^^^ no-duplicate-listen port
