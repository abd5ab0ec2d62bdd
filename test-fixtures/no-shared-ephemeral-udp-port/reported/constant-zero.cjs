"use strict";

const { createSocket } = require("node:dgram");

const ANY_PORT = 0;
const options = { type: "udp6", reuseAddr: true };
//                              ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared

const socket = createSocket(options);
socket.bind(ANY_PORT);
socket.connect(5683, "2001:db8::7", () => socket.send("GET /"));
