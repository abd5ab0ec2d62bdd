// @fixture {"settings":{"platforms":["linux"]}}
import { server } from "./server.mjs";

server.listen({ port: process.env.PORT, reusePort: true });
//                                      ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
