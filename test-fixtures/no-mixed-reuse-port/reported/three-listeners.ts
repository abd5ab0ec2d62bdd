import { createServer } from "node:net";

const PORT = 9229;
const a = createServer();
const b = createServer();
const c = createServer();

export function openAll(): void {
  a.listen({ port: PORT, reusePort: true });
  //                     ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  b.listen({ port: PORT, reusePort: true });
  //                     ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  c.listen({ port: PORT });
  //^^^^^^ no-mixed-reuse-port mixed
}
