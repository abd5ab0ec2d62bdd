const net = require("node:net");

const server = net.createServer();
server.listen({ port: Number(process.env.PORT), exclusive: true }, () => console.log("alone on", server.address()));
