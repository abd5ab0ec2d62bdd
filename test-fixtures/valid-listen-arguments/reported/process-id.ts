import { createServer } from "node:http";

// one port for every copy
const port = 60000 + (process.pid % 10000);
createServer((_request, response) => response.end("copy")).listen({ port, reusePort: false });
//                                                                  ^^^^ valid-listen-arguments range
