const http = require("http");

const [, , shard] = process.argv;
http.createServer((request, response) => response.end(`shard ${shard}`)).listen(9090);
//                                                                       ^^^^^^ no-worker-port-conflict startedProcesses
