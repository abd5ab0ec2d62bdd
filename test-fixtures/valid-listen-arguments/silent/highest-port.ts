import { createServer } from "node:net";

createServer().listen({ port: 65535, host: "127.0.0.1", reusePort: false });
createServer().listen({ port: "65535", host: "127.0.0.2", reusePort: false });
createServer().listen(0);
