import { createServer } from "node:http";

const port = process.env.FEED_PORT ?? 8090;
createServer((request, response) => response.end("feed")).listen(port);
//                                                        ^^^^^^ no-worker-port-conflict startedProcesses
