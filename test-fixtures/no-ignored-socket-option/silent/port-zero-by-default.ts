import { createServer } from "node:http";
import { handle } from "./handle.js";

export function serve(port = 0): void {
  createServer(handle).listen({ port, reusePort: process.platform === "linux" });
}
