import { createServer } from "node:net";

createServer().listen({ port: 32767, exclusive: true });
