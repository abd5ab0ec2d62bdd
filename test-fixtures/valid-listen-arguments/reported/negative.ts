import { createServer } from "node:net";

const DISABLED = -1;
createServer((socket) => socket.end()).listen({ port: DISABLED, host: "127.0.0.1" });
//                                              ^^^^^^^^^^^^^^ valid-listen-arguments constant
