import { createServer } from "node:net";

export const startFeed = () => createServer((socket) => socket.end("feed")).listen({ port: 7001, reusePort: false });
//                                                                          ^^^^^^ no-listen-on-import loader
