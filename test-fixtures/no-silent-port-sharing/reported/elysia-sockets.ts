import { Elysia } from "elysia";

const rooms = new Map<string, number>();
const app = new Elysia();

app
  .ws("/rooms/:name", {
    open: (ws) => void rooms.set(ws.data.params.name, (rooms.get(ws.data.params.name) ?? 0) + 1),
    message: (ws, text) => void ws.publish(ws.data.params.name, text),
  })
  .all("/rooms", () => [...rooms])
  .listen(process.env.PORT ?? 3033);
// ^^^^^^ no-silent-port-sharing sharesByDefault
