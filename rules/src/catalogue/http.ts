import { ends } from "./ends.ts";
import { connect, createServer, listen as netListen } from "./net.ts";
import type { Operation, Package } from "./types.ts";

/** `net.Server#listen` of a server that speaks HTTP, which Bun implements by other means. */
export const listen: Operation = {
  ...netListen,
  ignores: [
    {
      option: "reusePort",
      because: "Bun's node:http does not pass it on",
      instead: "use Bun.serve({ reusePort })",
      runtime: "bun",
      fact: "bun-http-ignores-reuse-port",
    },
    {
      option: "ipv6Only",
      because: "Bun's node:http does not pass it on",
      instead: "use Bun.serve({ ipv6Only })",
      runtime: "bun",
      fact: "bun-http-ignores-ipv6-only",
    },
  ],
  booleans: {},
  pathWins: "bun",
  endsIn: ends.httpListen,
};

/** `http.request` and `https.request`: `(url, options, callback)` or `(options, callback)`. */
const request: Operation = {
  op: "connect",
  transport: "tcp",
  forms: [
    ["options", "callback"],
    ["other", "options", "callback"],
  ],
  ipcOption: "socketPath",
  hasAgent: true,
  withoutAgent: true,
  defaultAgent: { heldIn: ["http.globalAgent"] },
  defaultPort: 80,
  endsIn: ends.connect,
};

const secureRequest: Operation = { ...request, defaultAgent: { heldIn: ["https.globalAgent"] }, defaultPort: 443 };

/** An agent hands its options to every connection it opens. */
const agent: Operation = {
  op: "connect",
  transport: "tcp",
  forms: [["options"]],
  ipcOption: "socketPath",
  reusesConnectionsWith: "keepAlive",
  keepsConnections: true,
  endsIn: ends.connect,
};

const http: Package = {
  name: "http",
  modules: ["http", "https", "_http_client", "_http_server"],
  triggers: [".listen", "=localAddress", "=localPort", "reusePort"],
  docs: "https://nodejs.org/api/http.html",
  entries: {
    "http.createServer": { returns: "http.Server", does: createServer },
    "http.Server": { type: true, extends: "net.Server", returns: "http.Server", does: createServer },
    "http.Server#listen": { returns: "this", does: { ...listen, again: "throws", emitsError: {} } },
    "http.Server#setTimeout": { returns: "this" },
    "http.request": { does: request },
    "http.get": { does: request },
    "http.Agent": { returns: "http.Agent", does: agent },
    "http.Agent#createConnection": { returns: "net.Socket", does: connect },
    "https.createServer": { returns: "https.Server", does: createServer },
    "https.Server": { type: true, extends: "http.Server", returns: "https.Server", does: createServer },
    "https.request": { does: secureRequest },
    "https.get": { does: secureRequest },
    "https.Agent": { extends: "http.Agent", returns: "https.Agent", does: agent },
  },
};
export default http;
