import { createServer } from "node:http";

const greeter = createServer((req, res) => res.end("hello\n"));
greeter.listen({ port: 8080, reusePort: true });
//                           ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
