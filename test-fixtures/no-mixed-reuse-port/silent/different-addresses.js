const net = require("net");

const lan = net.createServer((c) => c.end("lan"));
const loopback = net.createServer((c) => c.end("loopback"));

lan.listen({ host: "192.168.1.10", port: 5353, reusePort: true });
//                                             ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
loopback.listen({ host: "127.0.0.1", port: 5353, reusePort: false });
