import cluster from "node:cluster";
import { handler } from "./handler.ts";

if (cluster.isPrimary) {
  for (let i = 0; i < navigator.hardwareConcurrency; i++) cluster.fork();
} else {
  Deno.serve({ port: 8000 }, handler);
  //   ^^^^^ no-worker-port-conflict processes
}
