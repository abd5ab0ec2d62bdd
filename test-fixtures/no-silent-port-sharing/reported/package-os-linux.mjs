// @fixture {"package":{"os":["linux"]}}
import { createServer } from "node:http";

createServer((_req, res) => res.end("ok")).listen({ port: 8080, reusePort: true });
//                                                              ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
