"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
const net_1 = __importDefault(require("net"));
exports.link = (host) => net_1.default.connect({ host, port: 502, localPort: 1502 });
//                                                                ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
