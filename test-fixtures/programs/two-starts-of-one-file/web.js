const { createServer } = require("node:http");

createServer((request, response) => response.end("web")).listen({ port: 4000, host: "127.0.0.1" });
//                                                       ^^^^^^ no-worker-port-conflict startedProcesses
