import { ends } from "./ends.ts";
import type { Operation, Package } from "./types.ts";

/** The port goes to the constructor; unknown options are refused by its schema, so nothing is silently ignored. */
const server: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["options"]],
  reusePort: "refused",
  endsIn: ends.httpListen,
  attachedBy: ["listener", "autoListen"],
  instead:
    "make the http.Server yourself, pass it as { listener, autoListen: false } and give the option to listener.listen()",
};

const hapi: Package = {
  name: "hapi",
  modules: ["@hapi/hapi", "hapi"],
  triggers: ['"@hapi/hapi"', '"hapi"'],
  docs: "https://hapi.dev/api",
  entries: {
    "@hapi/hapi.server": { returns: "@hapi/hapi.Server", does: server },
    "@hapi/hapi.Server": { type: true, returns: "@hapi/hapi.Server", does: server },
    "@hapi/hapi.Server#listener": { property: "http.Server" },
  },
};
export default hapi;
