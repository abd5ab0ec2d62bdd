import { createServer } from "node:http";

createServer((request, response) => response.end("rendered")).listen(3000);
//                                                            ^^^^^^ no-worker-port-conflict startedThreads
