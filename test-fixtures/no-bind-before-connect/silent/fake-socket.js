import { EventEmitter } from "node:events";
import { Session } from "./session.js";

const socket = Object.assign(new EventEmitter(), { localAddress: "127.0.0.1", remoteAddress: "127.0.0.2" });
socket.localAddress = "127.0.0.3";

export const session = new Session({ socket, localAddress: socket.localAddress, host: "example.com" });
