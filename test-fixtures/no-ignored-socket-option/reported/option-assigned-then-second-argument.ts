import net from "node:net";

const relay = net.createServer((socket) => socket.pipe(socket));
const options: { reusePort?: boolean } = {};

options.reusePort = true;
// @1:18 no-ignored-socket-option ignored
relay.listen(7000, options, () => console.log("relay ready"));
