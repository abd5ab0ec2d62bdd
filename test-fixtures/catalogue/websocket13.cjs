const WS13 = require("websocket13");

new WS13.WebSocket("ws://chat.example.org/", { connection: { localAddress: "192.0.2.10" } });
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
new WS13.WebSocket("ws://chat.example.org/", { localAddress: "192.0.2.10" });
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
