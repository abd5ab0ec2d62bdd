import http from "node:http";
import { findFreePort } from "./ports.js";
const server = http.createServer();
try {
  const port = await findFreePort();
  server.listen({ port, reusePort: false });
} catch {
  console.error("no free port");
}
