"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const node_net_1 = require("node:net");
const proxy_1 = require("./proxy");
const server = (0, node_net_1.createServer)(proxy_1.tunnel);
server.listen(1080, "127.0.0.1");
//     ^^^^^^ require-reuse-option noPolicy
exports.default = server;
