import { createServer, type RequestListener } from "node:http";

export function serve(listener: RequestListener, port: number) {
  const server = createServer(listener);
  if (process.platform !== "linux") {
    return server.listen({ port, reusePort: false });
  }
  return server.listen({ port, reusePort: true });
}
