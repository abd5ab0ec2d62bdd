// @fixture {"settings":{"node":">=22.12"}}
import { createServer } from "node:net";

createServer((socket) => socket.end()).listen({ port: 7000, host: "127.0.0.1", reusePort: 1n });
//                                                                             ^^^^^^^^^^^^^ no-ignored-socket-option wrongType
