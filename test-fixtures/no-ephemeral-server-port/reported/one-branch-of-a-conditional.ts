import cluster from "node:cluster";
import { createServer } from "node:http";
import { handler } from "./handler";

const server = createServer(handler);
if (cluster.isWorker) {
  server.listen(process.env.NODE_ENV === "production" ? 8080 : 49999);
  //     ^^^^^^ no-ephemeral-server-port ephemeral
}
