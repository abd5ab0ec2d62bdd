import { createServer } from "node:net";

createServer().listen({ port: 4100, reusePort: "yes" });
//                                  ^^^^^^^^^^^^^^^^ no-ignored-socket-option wrongType
