const dgram = require("node:dgram");

const socketOptions = { type: "udp6", ipv6Only: true };
const bindOptions = { port: 3702, exclusive: false };

const discovery = dgram.createSocket(socketOptions);
//                      ^^^^^^^^^^^^ require-multicast-reuse-addr missing
discovery.bind(bindOptions, () => {
  discovery.addMembership("ff02::c");
});
