import type { Server } from "node:net";

export function open(server: Server, port: number, reusePort: boolean): Server {
  return server.listen({ port, reusePort });
}
