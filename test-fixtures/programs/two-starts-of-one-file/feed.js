const { createServer } = require("node:http");

createServer((request, response) => response.end("feed")).listen({ port: 4010, host: "127.0.0.1" });
//                                                        ^^^^^^ no-worker-port-conflict startedThreads
