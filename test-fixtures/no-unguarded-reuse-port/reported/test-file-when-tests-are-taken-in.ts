// @fixture {"filename":"test/sharing.test.ts","settings":{"testFiles":[]}}
import { createServer } from "node:net";

const first = createServer();
first.listen({ port: 7100, reusePort: true });
//                         ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
