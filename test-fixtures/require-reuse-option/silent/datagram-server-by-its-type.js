const { createServer } = require("rfc5389");
const stun = require("stun");

const server = createServer({ type: "udp4" });
server.on("bindingRequest", (request, from) => server.send(request, from.port, from.address));
server.listen(19302, () => console.log("ready"));

stun.createServer({ software: "node" }).listen(3478);
