import { createServer } from "node:http";

createServer((request, response) => response.end("sieved")).listen(8312);
//                                                          ^^^^^^ no-worker-port-conflict startedProcesses
