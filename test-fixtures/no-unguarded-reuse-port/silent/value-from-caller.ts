import { createServer, type Server } from "node:net";

export interface RelayOptions {
  port: number;
  host?: string;
  reusePort?: boolean;
}

export function listen(relay: Server, { port, host, reusePort = false }: RelayOptions): Server {
  return relay.listen({ port, host, reusePort });
}

export const plain = (opts: RelayOptions) =>
  listen(createServer(), { ...opts, reusePort: opts.reusePort });
