// @fixture {"settings":{"runtime":"bun"}}
import { createServer } from "node:net";

createServer((socket) => socket.end()).listen({ port: "", host: "127.0.0.1" });
//                                              ^^^^^^^^ valid-listen-arguments constant
