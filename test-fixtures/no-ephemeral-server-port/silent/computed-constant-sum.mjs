import { createServer } from "node:net";

createServer().listen({ port: 40000 + 17, exclusive: true });
