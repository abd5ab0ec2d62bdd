import { ends } from "./ends.ts";
import type { Operation, Package } from "./types.ts";

const instead = "create the http.Server yourself, attach socket.io to it and give the option to its listen()";

const server: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["port", "options"], ["options"]],
  attaches: true,
  reusePort: "dropped",
  endsIn: ends.httpListen,
  ignores: [{ option: "reusePort", because: "socket.io passes only the port to listen()", instead }],
  instead,
  emitsError: { by: "httpServer" },
};

const socketIo: Package = {
  name: "socket.io, engine.io",
  modules: ["socket.io", "engine.io"],
  triggers: ['"socket.io"', '"engine.io"'],
  docs: "https://socket.io/docs/v4/server-api/",
  entries: {
    "socket.io": { returns: "socket.io.Server", does: server },
    "socket.io.Server": { type: true, returns: "socket.io.Server", does: server },
    "socket.io.listen": { returns: "socket.io.Server", does: server },
    "socket.io.Server#listen": { returns: "this", does: server },
    "socket.io.Server#attach": { returns: "this", does: server },
    ...Object.fromEntries(["on", "use", "of"].map((name) => [`socket.io.Server#${name}`, { returns: "this" }])),
    "engine.io.listen": { returns: "engine.io.Server", does: server },
    "engine.io.Server": { type: true, returns: "engine.io.Server" },
  },
};
export default socketIo;
