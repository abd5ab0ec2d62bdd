// @fixture {"package":{"portreuse":{"listens":"shared"}}}
import { createServer } from "node:http";
import { handler } from "./handler";

createServer(handler).listen({ port: 3000, reusePort: true });
//                                         ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
