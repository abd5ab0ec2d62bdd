import dgram from "node:dgram";

const options: dgram.SocketOptions & dgram.BindOptions = { type: "udp4", port: 5000, reuseAddr: true };
//                                                                                   ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
const socket = dgram.createSocket(options);
socket.on("message", (message) => console.log(message.length));
socket.bind(options);
