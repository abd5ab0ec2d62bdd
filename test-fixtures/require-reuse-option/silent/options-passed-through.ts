import { createServer, type ListenOptions, type Server } from "node:net";

export function open(options: ListenOptions, onError: (err: Error) => void): Server {
  const server = createServer();
  server.on("error", onError);
  return server.listen(options);
}
