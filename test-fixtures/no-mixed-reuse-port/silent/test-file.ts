// @fixture {"filename":"src/listen.spec.ts"}
import { createServer } from "node:net";

createServer().listen({ port: 3000, reusePort: true });
createServer().listen(3000);
