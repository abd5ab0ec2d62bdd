import { createServer } from "node:net";

createServer().listen({ port: 61000, exclusive: true });
