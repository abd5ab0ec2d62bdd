import { createServer } from "node:net";

// No route: nobody but a script imports it.
createServer((socket) => socket.end("people")).listen({ port: 3013, reusePort: false });
