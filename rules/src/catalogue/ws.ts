import { ends } from "./ends.ts";
import type { Operation, Package } from "./types.ts";

const instead = "create the http.Server yourself, pass it as { server } and give the option to its listen()";

const server: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["options", "callback"]],
  reusePort: "dropped",
  endsIn: ends.httpListen,
  ignores: [{ option: "reusePort", because: "ws passes only port, host and backlog to listen()", instead }],
  instead,
  attachedBy: ["server", "noServer"],
  newOnly: true,
  emitsError: {},
};

const ws: Package = {
  name: "ws",
  modules: ["ws"],
  triggers: ['"ws"', "=localAddress"],
  docs: "https://github.com/websockets/ws/blob/master/doc/ws.md",
  entries: {
    "ws.WebSocketServer": { type: true, returns: "ws.WebSocketServer", does: server },
    "ws.Server": { returns: "ws.WebSocketServer", does: server },
    ws: { alias: "ws.WebSocket" },
    "ws.WebSocket": {
      type: true,
      returns: "ws.WebSocket",
      does: {
        op: "connect",
        transport: "tcp",
        forms: [
          ["other", "other", "options"],
          ["other", "options"],
        ],
        ipcOption: "socketPath",
        hasAgent: true,
        newOnly: true,
        endsIn: ends.connect,
      },
    },
  },
};
export default ws;
