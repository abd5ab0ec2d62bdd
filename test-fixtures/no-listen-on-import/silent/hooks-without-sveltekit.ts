// @fixture {"filename":"src/hooks.server.ts","package":{"dependencies":{"express":"^5.0.0"}}}
import { createServer } from "node:http";

createServer().listen({ port: 9100, reusePort: false });

export const hooks = ["before", "after"];
