import { createServer } from "node:net";

export function open(dataPort: number, controlPort: number): void {
  createServer().listen({ port: dataPort, reusePort: process.platform === "linux" });
  createServer().listen({ port: controlPort, reusePort: false });
}
