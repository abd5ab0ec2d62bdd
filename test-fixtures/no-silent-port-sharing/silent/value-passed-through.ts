// @fixture {"settings":{"platforms":["linux"]}}
import { createServer, type Server } from "node:net";

export function open(opts: { port: number; reusePort?: boolean }): Server {
  return createServer().listen({ port: opts.port, reusePort: opts.reusePort });
}
