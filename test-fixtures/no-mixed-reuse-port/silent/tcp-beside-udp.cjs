const dgram = require("node:dgram");
const net = require("node:net");

const udp = dgram.createSocket({ type: "udp4", reusePort: true });
//                                             ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
udp.on("message", (query) => console.log(query.length));
udp.bind(5300);

net.createServer((c) => c.end()).listen({ port: 5300, exclusive: false });
