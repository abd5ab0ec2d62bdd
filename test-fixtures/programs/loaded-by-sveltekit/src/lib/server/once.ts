import { WebSocketServer } from "ws";

const kept = globalThis as unknown as { sockets?: WebSocketServer };

export function startOnce() {
  if (!kept.sockets) kept.sockets = new WebSocketServer({ port: 3002 });
  return kept.sockets;
}
