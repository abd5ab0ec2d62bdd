import { ends } from "./ends.ts";
import type { Operation, Package } from "./types.ts";

const instead = "use createAdaptorServer() and give the option to its listen()";

const serve: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["options", "callback"]],
  spelled: { host: "hostname" },
  defaultPort: 3000,
  reusePort: "dropped",
  endsIn: ends.httpListen,
  ignores: [{ option: "reusePort", because: "serve() passes only the port and the host to listen()", instead }],
  instead,
  emitsError: {},
};

const hono: Package = {
  name: "@hono/node-server",
  modules: ["@hono/node-server"],
  triggers: ['"@hono/node-server"'],
  docs: "https://github.com/honojs/node-server",
  entries: {
    "@hono/node-server.serve": { returns: "http.Server", does: serve },
    "@hono/node-server.createAdaptorServer": { returns: "http.Server" },
  },
};
export default hono;
