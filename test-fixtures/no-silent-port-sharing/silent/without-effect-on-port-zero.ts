// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";

createServer((_req, res) => res.end()).listen({ port: 0, reusePort: true });
//                                                       ^^^^^^^^^^^^^^^ no-ignored-socket-option ephemeralPort
