const net = require("net");
const { PORT } = require("./constants");

net.createServer((socket) => socket.pipe(socket)).listen(PORT, () => console.log("ready"));
//                                                ^^^^^^ no-worker-port-conflict startedProcesses
