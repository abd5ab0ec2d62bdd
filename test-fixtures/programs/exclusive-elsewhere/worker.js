import { createServer } from "node:net";

createServer((socket) => socket.end()).listen({ port: 3000, exclusive: true });
//                                                          ^^^^^^^^^^^^^^^ no-worker-port-conflict exclusiveInCluster
