// @fixture {"package":{"portreuse":{"listens":"shared"},"engines":{"node":">=22.12"}}}
import { createServer } from "node:http";
import { handler } from "./handler";

const server = createServer(handler);
server.listen(3000);
//     ^^^^^^ require-reuse-option noPolicy
createServer(handler).listen({ port: 3001, reusePort: process.platform === "linux" });
