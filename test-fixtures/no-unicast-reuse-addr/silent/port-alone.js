// @fixture {"settings":{"platforms":["linux"]}}
const dgram = require("dgram");
const cluster = require("cluster");

const socket = dgram.createSocket({ type: "udp4", reusePort: true });
socket.bind({ port: 5514, exclusive: cluster.isWorker });
