import { ends } from "./ends.ts";
import { listen } from "./net.ts";
import type { Package } from "./types.ts";

const httpProxy: Package = {
  name: "http-proxy",
  modules: ["http-proxy"],
  triggers: [".listen", "=localAddress"],
  docs: "https://github.com/http-party/node-http-proxy",
  entries: {
    "http-proxy.createProxyServer": {
      returns: "http-proxy.Server",
      does: { op: "connect", transport: "tcp", forms: [["options"]], endsIn: ends.connect },
    },
    "http-proxy.createServer": { alias: "http-proxy.createProxyServer" },
    "http-proxy.createProxy": { alias: "http-proxy.createProxyServer" },
    "http-proxy": { alias: "http-proxy.createProxyServer" },
    "http-proxy.Server": { type: true },
    "http-proxy.Server#listen": {
      returns: "this",
      does: {
        ...listen,
        forms: [["options"], ["port", "host"]],
        positionalDrops: true,
        endsIn: ends.httpListen,
        instead: "create the http.Server yourself and call proxy.web() in its handler",
      },
    },
    "http-proxy.Server#on": { returns: "this" },
  },
};
export default httpProxy;
