// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import { threadId } from "node:worker_threads";

createServer((_req, res) => res.end(`thread ${threadId}`)).listen({ port: 8000, reusePort: true });
