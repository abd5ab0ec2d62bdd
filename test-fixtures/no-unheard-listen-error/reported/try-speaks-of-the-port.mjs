import { createServer } from "node:https";

const server = createServer();
try {
  server.listen({ port: 443, reusePort: false });
//       ^^^^^^ no-unheard-listen-error catch
} catch {
  console.error("port 443 needs root, use sudo");
}
