// @fixture {"settings":{"runtime":"bun"}}
import { createServer } from "node:http";

createServer((_req, res) => res.end("from bun")).listen({ port: 3000, reusePort: true });
//                                                                    ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
