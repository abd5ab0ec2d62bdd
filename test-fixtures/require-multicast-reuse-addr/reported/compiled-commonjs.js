"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.listen = listen;
const dgram_1 = __importDefault(require("dgram"));
function listen(group, port) {
    const socket = dgram_1.default.createSocket({ type: "udp4" });
//                                 ^^^^^^^^^^^^ require-multicast-reuse-addr missing
    socket.bind(port, function () {
        socket.addMembership(group);
    });
    socket.on("message", (m) => console.log(m));
}
