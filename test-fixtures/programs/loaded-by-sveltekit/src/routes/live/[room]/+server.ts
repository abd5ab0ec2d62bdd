import { WebSocketServer } from "ws";

const kept = globalThis as unknown as { room?: WebSocketServer };
// Vite evaluates this module again, and what is kept stays.
kept.room ??= new WebSocketServer({ port: 3012 });

export const GET = () => new Response(String(kept.room?.clients.size));
