// @fixture {"package":{"portreuse":{"listens":"single"}}}
const { createServer } = require("node:net");

const server = createServer((socket) => socket.end("bye\n"));
server.listen({ port: 7000, reusePort: process.platform === "linux" }, () => console.log("ready"));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-silent-port-sharing againstSingle
