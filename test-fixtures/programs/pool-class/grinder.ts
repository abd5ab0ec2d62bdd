import { createServer } from "node:http";

createServer((request, response) => response.end("ground")).listen(8310);
//                                                          ^^^^^^ no-worker-port-conflict startedThreads
