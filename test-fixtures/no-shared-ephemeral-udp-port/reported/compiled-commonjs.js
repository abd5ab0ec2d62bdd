"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ping = ping;
const node_dgram_1 = require("node:dgram");
function ping(host, port) {
    const socket = (0, node_dgram_1.createSocket)({ type: "udp4", reuseAddr: true });
//                                                                ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
    socket.bind(0);
    socket.send("\xff\xff\xff\xffTSource Engine Query\0", port, host);
    socket.once("message", () => socket.close());
}
