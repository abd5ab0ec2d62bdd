import { createServer } from "node:http";
import throng from "throng";
import { handler } from "./handler.mjs";

throng({ worker, count: process.env.WEB_CONCURRENCY || 1 });

function worker(id, disconnect) {
  const server = createServer(handler);
  server.listen(process.env.PORT || 5000, () => console.log(`worker ${id} listens`));
  process.once("SIGTERM", () => server.close(disconnect));
}
