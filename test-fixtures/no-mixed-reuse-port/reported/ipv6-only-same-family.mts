import { createServer } from "node:net";
import { accept, probe } from "./conn.mjs";

createServer(accept).listen({ host: "::", port: 9042, ipv6Only: true, reusePort: true });
//                                                                    ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
createServer(probe).listen({ host: "::1", port: 9042 });
//                  ^^^^^^ no-mixed-reuse-port mixed
