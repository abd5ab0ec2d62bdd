import { createServer } from "node:http";
import { handler } from "./handler.mjs";

const running =
  process.platform === "linux"
    ? createServer(handler).listen({ port: 7402, reusePort: true })
    : createServer(handler).listen({ port: 7402, reusePort: false });

process.once("SIGINT", () => running.close());
