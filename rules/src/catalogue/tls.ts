import { ends } from "./ends.ts";
import { connect, createServer, listen } from "./net.ts";
import type { Package } from "./types.ts";

const tls: Package = {
  name: "tls",
  modules: ["tls"],
  triggers: [".listen", "=localAddress", "=localPort"],
  docs: "https://nodejs.org/api/tls.html",
  entries: {
    "tls.createServer": { returns: "tls.Server", does: createServer },
    "tls.Server": { type: true, extends: "net.Server", returns: "tls.Server", does: createServer },
    "tls.Server#listen": {
      returns: "this",
      does: { ...listen, endsIn: ends.tlsListen, again: "throws", emitsError: {} },
    },
    "tls.connect": {
      returns: "tls.TLSSocket",
      does: {
        ...connect,
        forms: [
          ["options", "callback"],
          ["port", "options", "callback"],
          ["port", "host", "options", "callback"],
        ],
      },
    },
    "tls.TLSSocket": { type: true, extends: "net.Socket", returns: "tls.TLSSocket" },
  },
};
export default tls;
