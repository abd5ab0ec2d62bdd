import * as http from "http";

export function start(handler: http.RequestListener, port: number): http.Server {
  const server = http.createServer(handler);
  server.listen(port, { reusePort: process.platform === "linux" });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  return server;
}
