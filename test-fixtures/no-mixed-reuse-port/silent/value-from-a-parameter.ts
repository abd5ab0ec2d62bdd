import { createServer, type Server } from "node:net";

export function pair(share: boolean): [Server, Server] {
  const a = createServer();
  const b = createServer();
  a.listen({ port: 9200, reusePort: share });
  b.listen({ port: 9200, reusePort: false });
  return [a, b];
}
