// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import { WebSocketServer, type WebSocket } from "ws";

const wss = new WebSocketServer({ port: 8080, perMessageDeflate: false });
//              ^^^^^^^^^^^^^^^ require-reuse-option droppedOption

wss.on("connection", (ws: WebSocket) => {
  ws.on("error", console.error);
  ws.on("message", (data) => ws.send(data));
});
