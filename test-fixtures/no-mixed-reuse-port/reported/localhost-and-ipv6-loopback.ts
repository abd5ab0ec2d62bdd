import { createServer } from "node:net";

const a = createServer().listen({ port: 4201, host: "::1", reusePort: true });
//                                                         ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
const b = createServer().listen(4201, "localhost");
//                       ^^^^^^ no-mixed-reuse-port mixed

process.once("SIGTERM", () => {
  a.close();
  b.close();
});
