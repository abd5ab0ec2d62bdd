"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.serve = serve;
const http_1 = __importDefault(require("http"));
const app_1 = require("./app");
function serve(port) {
    const server = http_1.default.createServer(app_1.handler);
    server.listen(port, () => console.log("listening"));
    //     ^^^^^^ require-reuse-option noPolicy
    return server;
}
