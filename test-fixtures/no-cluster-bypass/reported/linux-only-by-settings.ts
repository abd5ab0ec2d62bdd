// @fixture {"settings":{"platforms":["linux"]}}
import cluster from "node:cluster";
import { createServer } from "node:http";

if (cluster.isPrimary) {
  for (let i = 0; i < 3; i++) {
    cluster.fork().on("listening", (address) => console.log(address.port));
  }
} else {
  createServer((_req, res) => res.end()).listen({ port: 8083, reusePort: true });
  //                                                          ^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}
