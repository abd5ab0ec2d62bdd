const net = require("node:net");

const STOPS = ["SIGTERM", "SIGHUP"];
net.createServer((client) => client.end()).listen({ port: 8124, exclusive: true });
STOPS.forEach((name) => process.on(name, ignore));
//                              ^^ require-exit-on-signal nothing

function ignore() {}
