// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
const WebSocket = require("ws");
const { Server, WebSocketServer } = require("ws");

new WebSocketServer({ port: 5501 });
//  ^^^^^^^^^^^^^^^ require-reuse-option droppedOption
new WebSocket.Server({ port: 5502, host: "127.0.0.1", backlog: 64 });
//            ^^^^^^ require-reuse-option droppedOption
new WebSocket.WebSocketServer({ port: 5503 }, () => console.log("up"));
//            ^^^^^^^^^^^^^^^ require-reuse-option droppedOption
new Server({ port: 5504 });
//  ^^^^^^ require-reuse-option droppedOption

new WebSocketServer({ port: 5505, reusePort: true });
//                                ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
new WebSocketServer({ noServer: true });
