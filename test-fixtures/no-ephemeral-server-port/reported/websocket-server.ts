import { WebSocketServer } from "ws";

const wss = new WebSocketServer({ port: 40510 });
//                                ^^^^^^^^^^^ no-ephemeral-server-port ephemeral
wss.on("connection", (ws) => {
  const timer = setInterval(() => ws.ping(), 15_000);
  ws.on("close", () => clearInterval(timer));
});
