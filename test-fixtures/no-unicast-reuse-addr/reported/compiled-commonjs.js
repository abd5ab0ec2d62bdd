"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.listenForTraps = void 0;
const dgram_1 = require("dgram");
function listenForTraps(onTrap) {
    const socket = (0, dgram_1.createSocket)({ type: "udp4", reuseAddr: true });
//                                                           ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
    socket.on("message", onTrap);
    socket.bind(1162);
}
exports.listenForTraps = listenForTraps;
