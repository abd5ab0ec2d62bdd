import { createServer } from "node:http";
import { handle } from "./handle.js";

const listenOptions = {
  host: process.env.BIND_HOST ?? "::",
  port: Number(process.env.BIND_PORT ?? 8088),
  backlog: 1024,
};

const gateway = createServer(handle);
gateway.listen(listenOptions, () => {
//      ^^^^^^ require-reuse-option noPolicy
  console.log("gateway on", gateway.address());
});
