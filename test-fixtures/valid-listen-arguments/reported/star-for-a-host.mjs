import dgram from "node:dgram";
import net from "node:net";

const relay = net.createServer((socket) => socket.end());
relay.on("error", (error) => console.error(error.code));
relay.listen({ port: 9000, host: '*', exclusive: false });
//                               ^^^ valid-listen-arguments host

const probe = dgram.createSocket("udp6");
probe.bind(9001, "[fe80::1]");
//               ^^^^^^^^^^^ valid-listen-arguments host
