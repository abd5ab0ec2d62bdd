// @fixture {"package":{"os":["!win32"]}}
import { createServer } from "node:net";

const relay = createServer();
relay.on("connection", (socket) => socket.end("bye"));
relay.listen({ port: 6001, host: "127.0.0.1", reusePort: true });
//                                            ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
