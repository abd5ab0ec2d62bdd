import net from "node:net";

const bound = new net.BoundSocket({ host: "127.0.0.1", port: 3000 });
const server = net.createServer((c) => c.end());
server.listen({ handle: bound });
