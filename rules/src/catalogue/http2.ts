import { ends } from "./ends.ts";
import { createServer } from "./net.ts";
import type { Package } from "./types.ts";

const http2: Package = {
  name: "http2",
  modules: ["http2"],
  triggers: [".listen", "=localAddress", "=localPort"],
  docs: "https://nodejs.org/api/http2.html",
  entries: {
    "http2.createServer": { returns: "http2.Http2Server", does: createServer },
    "http2.createSecureServer": { returns: "http2.Http2SecureServer", does: createServer },
    "http2.Http2Server": { type: true, extends: "net.Server" },
    "http2.Http2SecureServer": { type: true, extends: "tls.Server" },
    "http2.connect": {
      does: {
        op: "connect",
        transport: "tcp",
        forms: [["other", "options", "callback"]],
        ipcOption: "path",
        endsIn: ends.connect,
      },
    },
  },
};
export default http2;
