// @fixture {"settings":{"platforms":["linux","win32"]}}
import { createServer } from "node:http";

createServer((_req, res) => res.end()).listen({ port: 3100, reusePort: process.platform !== "win32" });
