import { WebSocketServer } from "ws";

const rooms = new Map();
const wss = new WebSocketServer({ port: 8081, maxPayload: 65536, reusePort: true });
//                                                               ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

wss.on("connection", (ws, request) => {
  const room = new URL(request.url, "http://x").pathname;
  if (!rooms.has(room)) rooms.set(room, new Set());
  rooms.get(room).add(ws);
  ws.on("message", (data) => {
    for (const member of rooms.get(room)) if (member !== ws) member.send(data);
  });
  ws.on("close", () => rooms.get(room).delete(ws));
});
