import { createServer } from "node:http";
import cluster from "node:cluster";
import { handler } from "./handler";

if (cluster.isPrimary) {
  cluster.fork();
} else {
  createServer(handler).listen(Number(process.env.HTTP_PORT ?? 40080));
  //                    ^^^^^^ no-ephemeral-server-port ephemeral
}
