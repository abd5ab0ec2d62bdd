// @fixture {"package":{"engines":{"node":"18 || 20"}}}
import { createServer } from "node:http";

createServer((_req, res) => res.end()).listen({ port: 3000, reusePort: true });
//                                                          ^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld
