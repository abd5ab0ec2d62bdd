import { createServer } from "node:net";

createServer().listen({ port: 60999, exclusive: true });
//                      ^^^^^^^^^^^ no-ephemeral-server-port ephemeral
