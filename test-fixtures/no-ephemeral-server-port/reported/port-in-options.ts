import { createServer } from "node:net";

const debug = createServer((c) => c.end("paused\n"));
debug.listen({ port: 45678, host: "127.0.0.1", exclusive: true });
//             ^^^^^^^^^^^ no-ephemeral-server-port ephemeral
