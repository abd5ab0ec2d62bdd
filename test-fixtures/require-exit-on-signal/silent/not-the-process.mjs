import { EventEmitter } from "node:events";
import http from "node:http";
http.createServer().listen({ port: 8080, reusePort: false });
const emitter = new EventEmitter();
emitter.on("SIGINT", () => {});
