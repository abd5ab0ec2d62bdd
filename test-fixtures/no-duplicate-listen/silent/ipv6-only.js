const net = require("net");
const dgram = require("dgram");

const serve = (socket) => socket.end();
net.createServer(serve).listen({ port: 5353, host: "::", ipv6Only: true });
//                      ^^^^^^ require-reuse-option noPolicy
net.createServer(serve).listen({ port: 5353, host: "0.0.0.0" });
//                      ^^^^^^ require-reuse-option noPolicy

dgram.createSocket("udp4").bind(5300);
dgram.createSocket({ type: "udp6", ipv6Only: true }).bind(5300);
