// @fixture {"package":{"portreuse":{"listens":"single"}},"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import { handler } from "./handler";

createServer(handler).listen({ port: 3000, host: "127.0.0.1", reusePort: true });
//                                                            ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
createServer(handler).listen(3000);
//                    ^^^^^^ no-mixed-reuse-port
