"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.boot = boot;
const http_1 = __importDefault(require("http"));
const router_1 = require("./router");
function boot(port) {
    const server = http_1.default.createServer(router_1.route);
    server.listen({ port, host: "0.0.0.0", reusePort: true }, () => console.log(`up on ${port}`));
    //                                     ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
    return server;
}
