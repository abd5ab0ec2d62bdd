import http from "node:http";
import { signals } from "./signals.mjs";

http.createServer((request, response) => response.end("ok")).listen({ port: 8126, reusePort: false });
for (const signal of signals) process.on(signal, () => console.log(`got ${signal}`));
