import { createServer } from "node:net";
import { createServer as createHttpServer } from "node:http";

function canReusePort(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port: 0, host: "127.0.0.1", reusePort: true }, () => {
      probe.close(() => resolve(true));
    });
  });
}

const reusePort = await canReusePort();
const server = createHttpServer((_req, res) => res.end("ok"));
server.listen({ port: 8080, host: "0.0.0.0", reusePort });
