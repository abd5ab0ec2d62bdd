const dgram = require("node:dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
const { port } = socket.bindSync({ port: 9999, address: "127.0.0.1" });
console.log("listening on", port);
