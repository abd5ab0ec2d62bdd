import { createServer } from "node:net";

createServer((socket) => socket.end("bread")).listen(8330);
//                                            ^^^^^^ no-worker-port-conflict startedThreads
