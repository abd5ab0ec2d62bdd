"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
const http_1 = __importDefault(require("http"));
const server = http_1.default.createServer({ reusePort: true }, (req, res) => {
//                                           ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
    res.end("compiled");
});
server.listen(3000);
exports.default = server;
