import { createServer } from "node:net";

const shared = { allowHalfOpen: true, reusePort: process.platform === "linux" };
const server = createServer(shared, (socket) => socket.pipe(socket));
server.listen({ ...shared, port: 9001 });
