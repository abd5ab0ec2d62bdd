import { createServer } from "node:net";
import { onSocket } from "./socket";

export function open(): void {
  switch (process.platform) {
    case "linux":
      createServer(onSocket).listen({ port: 7401, reusePort: true });
      break;
    default:
      createServer(onSocket).listen({ port: 7401, reusePort: false });
  }
}
