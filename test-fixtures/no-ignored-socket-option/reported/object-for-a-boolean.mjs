// @fixture {"settings":{"node":">=22.12"}}
import { createServer } from "node:net";

const limit = { soft: 1024n, toJSON: undefined };
const shared = { limit: { soft: 1024n } };

createServer((socket) => socket.end()).listen({ port: 7000, reusePort: shared });
//                                                          ^^^^^^^^^^^^^^^^^ no-ignored-socket-option wrongType
createServer((socket) => socket.end()).listen({ port: 7001, reusePort: limit });
