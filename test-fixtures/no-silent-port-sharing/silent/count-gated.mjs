// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import { workers } from "./config.mjs";

createServer((_req, res) => res.end()).listen({ port: 3000, reusePort: workers > 1 || undefined });
