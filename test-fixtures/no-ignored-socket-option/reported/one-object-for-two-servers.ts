import { createServer } from "node:net";

const options = { noDelay: true, reusePort: true };
//                               ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
const plain = createServer(options, (socket) => socket.end("a"));
const other = createServer(options, (socket) => socket.end("b"));
plain.listen({ port: 7001, reusePort: false });
other.listen({ port: 7002, reusePort: false });
