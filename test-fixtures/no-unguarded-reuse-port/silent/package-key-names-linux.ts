// @fixture {"package":{"portreuse":{"platforms":["linux","freebsd"]}}}
import { createServer } from "node:http";
import { availableParallelism } from "node:os";

console.log(`expecting ${availableParallelism()} copies`);
createServer((_req, res) => res.end()).listen({ port: 8080, reusePort: true });
