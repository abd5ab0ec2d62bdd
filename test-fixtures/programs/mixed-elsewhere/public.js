import { createServer } from "node:net";

export const openPublic = () => createServer().listen({ port: 5190, reusePort: true });
//                                                                  ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
