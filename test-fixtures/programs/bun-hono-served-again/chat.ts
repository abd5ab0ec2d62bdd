import { Hono } from "hono";
import { createBunWebSocket } from "hono/bun";

const { upgradeWebSocket, websocket } = createBunWebSocket();
const rooms = new Hono();
rooms.get(
  "/rooms/:name",
  upgradeWebSocket(() => ({ onMessage: (event, socket) => socket.send(`heard ${String(event.data)}`) })),
);

const server = Bun.serve({ fetch: rooms.fetch, port: 3000, websocket });
//                 ^^^^^ no-duplicate-listen bunExport
console.log(`chat on ${server.url.href}`);

export default rooms;
// hover default shows [::]:3000
