const net = require("net");

const relay = new net.Server({ allowHalfOpen: true });
relay.on("connection", (c) => c.end("220 relay.example ESMTP\r\n"));
relay.listen("2525");
//    ^^^^^^ require-reuse-option noPolicy
