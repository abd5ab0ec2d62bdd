import { createServer } from "node:http";
import { handle, type Options } from "./handle.js";

export function start(options: Options): void {
  const server = createServer(handle);
  if (options.socketPath) {
    server.listen(options.socketPath);
  } else {
    server.listen(options.port, options.host);
    //     ^^^^^^ require-reuse-option noPolicy
  }
}
