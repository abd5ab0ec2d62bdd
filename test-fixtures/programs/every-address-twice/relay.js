const net = require("node:net");

const echo = (client) => client.pipe(client);
net.createServer(echo).listen({ host: "::", port: 7007 });
//                     ^^^^^^ require-reuse-option noPolicy
net.createServer(echo).listen({ host: "0.0.0.0", port: 7007 });
//                     ^^^^^^ no-duplicate-listen wildcard
// hover listen shows One of the two fails with EADDRINUSE on Linux
