// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:net";
import { cpus } from "node:os";

const share = Math.floor(10_000 / cpus().length);

const server = createServer((c) => c.end());
server.maxConnections = share;
server.listen({ port: 3000, reusePort: true });
