// @fixture {"filename":"packages/api/src/__tests__/share.ts"}
import { createServer } from "node:http";

const a = createServer();
a.listen({ port: 8080, reusePort: true });
