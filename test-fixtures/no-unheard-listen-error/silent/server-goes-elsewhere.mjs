import http from "node:http";
import { createTerminus } from "@godaddy/terminus";
const server = http.createServer();
createTerminus(server, { onError: console.error });
try {
  server.listen({ port: 3000, reusePort: false });
} catch (error) {
  console.error("port 3000 is taken");
}
