// @fixture {"package":{"engines":{"node":">=20.19 <21 || >=22"}}}
const net = require("node:net");

const relay = net.createServer((socket) => socket.pipe(net.connect(6379, "redis")).pipe(socket));
relay.listen({ port: 16379, host: "10.0.0.4" });
//    ^^^^^^ require-reuse-option noPolicy
