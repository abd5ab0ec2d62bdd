// @fixture {"package":{"packageManager":"bun@1.4.5"}}
import { createServer } from "node:net";

const echo = createServer((c) => c.pipe(c));
echo.listen({ port: 7007, reusePort: true });
//                        ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
