import cluster from "node:cluster";
import { createServer } from "node:http";
import { settings } from "./settings";
import { handler } from "./handler";

if (cluster.isPrimary) {
  for (let i = 0; i < settings.workers; i++) cluster.fork();
} else {
  createServer(handler).listen({ port: settings.port, exclusive: settings.workers === 1 });
}
