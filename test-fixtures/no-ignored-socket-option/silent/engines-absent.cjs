// @fixture {"package":{"name":"api","version":"1.0.0"}}
const net = require("net");

const server = net.createServer(require("./session"));
server.listen({ port: 1883, reusePort: process.platform === "linux" }, () => console.log("mqtt"));
