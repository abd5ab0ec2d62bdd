import { createServer } from "node:net";

type Handle = { fd: number };

export function variants(pipeName: string, fd: number, handle: Handle, onListening: () => void): void {
  createServer().listen(pipeName);
  createServer().listen({ fd });
  createServer().listen(handle, onListening);
}
