import { createServer } from "node:http";
import { rm } from "node:fs/promises";

const socketPath = process.env.SOCKET_PATH ?? "/run/thumbnailer/http.sock";

const server = createServer((request, response) => {
  response.end(`thumbnail of ${request.url}\n`);
});

await rm(socketPath, { force: true });
server.listen({ path: socketPath, reusePort: true });
//                                ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
