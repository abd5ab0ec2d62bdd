const net = require("node:net");

net.createServer((visitor) => visitor.end()).listen(4998);
//                                           ^^^^^^ require-reuse-option noPolicy
const probe = new net.Socket();
probe.connect({ host: "127.0.0.1", port: 4997, localPort: 4998 });
//                                             ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
