const net = require("node:net");

net.createServer().listen(3001);
//                 ^^^^^^ no-worker-port-conflict startedProcesses
