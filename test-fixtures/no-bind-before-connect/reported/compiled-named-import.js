"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.join = join;
const net_1 = require("net");
function join(port, localAddress) {
    return (0, net_1.connect)({ port, host: "192.168.1.1", localAddress });
    //                                                     ^^^^^^^^^^^^ no-bind-before-connect address
}
