import { createServer } from "node:net";

createServer().listen({ port: 32768, exclusive: true });
//                      ^^^^^^^^^^^ no-ephemeral-server-port ephemeral
