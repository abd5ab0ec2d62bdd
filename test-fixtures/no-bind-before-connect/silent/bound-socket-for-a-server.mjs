import net from "node:net";

const bound = new net.BoundSocket({ host: "127.0.0.1" });
const server = net.createServer((c) => c.end());
server.listen(bound);
