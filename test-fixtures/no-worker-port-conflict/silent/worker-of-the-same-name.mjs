// @fixture {"filename":"src/index.mjs"}
import { createServer } from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) for (let i = 0; i < 4; i++) new Worker(new URL("./hash/index.mjs", import.meta.url));

createServer((_req, res) => res.end("ok")).listen({ port: 8080, exclusive: false });
