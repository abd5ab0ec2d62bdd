import { createServer } from "node:net";

const port = "";
createServer((socket) => socket.end()).listen({ port, host: "127.0.0.1" });
//                                              ^^^^ valid-listen-arguments constant
createServer((socket) => socket.end()).listen(" ");
//                                            ^^^ valid-listen-arguments constant
