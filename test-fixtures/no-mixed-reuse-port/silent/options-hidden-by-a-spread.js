import { createServer } from "node:http";
import { common } from "./common.js";

const a = createServer((req, res) => res.end("a"));
const b = createServer((req, res) => res.end("b"));

a.listen({ ...common, port: 3000, reusePort: true });
//                                ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
b.listen({ port: 3000, host: "::1", ...common });
