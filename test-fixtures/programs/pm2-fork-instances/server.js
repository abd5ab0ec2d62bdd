const http = require("http");

http.createServer((request, response) => response.end("poll")).listen(8080);
//                                                             ^^^^^^ no-worker-port-conflict startedProcesses
