import { createServer } from "node:http";

const one = createServer((_req, res) => res.end("one"));
const two = createServer((_req, res) => res.end("two"));

one.listen({ port: 3000, reusePort: true });
//                       ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
two.listen(3000);
//  ^^^^^^ no-mixed-reuse-port mixed
