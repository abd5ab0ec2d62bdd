// @fixture {"filename":"tests/shares.ts","settings":{"platforms":["linux"]}}
import { createServer } from "node:http";

createServer((_req, res) => res.end()).listen({ port: 3000, reusePort: true });
