import { once } from "node:events";
import http from "node:http";
const server = http.createServer();
try {
  server.listen({ port: 3000, reusePort: false });
  await once(server, "listening");
} catch (error) {
  if (error.code === "EADDRINUSE") console.error("3000 is taken");
}
