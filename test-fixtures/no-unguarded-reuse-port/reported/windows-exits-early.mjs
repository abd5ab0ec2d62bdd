import { createServer } from "node:http";

if (process.platform === "win32") {
  console.error("Windows is not supported");
  process.exit(1);
}

const server = createServer((req, res) => res.end());
server.listen({ port: 8888, reusePort: true });
//                          ^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
