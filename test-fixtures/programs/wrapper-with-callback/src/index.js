import { createServer } from "node:http";
import { setupCluster } from "./cluster.js";

setupCluster(() => {
  createServer((request, response) => response.end("found")).listen(9200);
});
