// @fixture {"settings":{"runtime":"deno"}}
import { createServer } from "node:http";

const replicas = Number(Deno.env.get("REPLICAS") ?? "1");

createServer((_request, response) => response.end("deno")).listen({
  port: 8000,
  reusePort: replicas > 1,
});
