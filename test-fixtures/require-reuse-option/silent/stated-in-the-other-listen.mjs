// @fixture {"settings":{"platforms":["linux","win32"]}}
import { createServer } from "node:https";
import { handler, keys } from "./handler.mjs";

const server = createServer(keys, handler);
if (process.platform === "win32") server.listen(8443);
else server.listen({ port: 8443, reusePort: true });
