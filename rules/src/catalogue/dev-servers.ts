import { ends } from "./ends.ts";
import type { Operation, Package } from "./types.ts";

const own = "run it in middleware mode behind an http.Server of yours and give the option to its listen()";

const vite: Operation = {
  op: "create",
  transport: "tcp",
  forms: [["options"]],
  within: ["server"],
  ignores: [{ option: "reusePort", because: "vite passes only the port and the host to listen()", instead: own }],
};

const devServers: Package = {
  name: "vite, next",
  modules: ["vite", "next"],
  triggers: ["reusePort", ".listen"],
  docs: "https://vite.dev/config/server-options",
  entries: {
    "vite.createServer": { returns: "vite.ViteDevServer", does: vite },
    "vite.defineConfig": { does: vite },
    "vite.ViteDevServer": { type: true },
    "vite.ViteDevServer#listen": {
      returns: "this",
      does: {
        op: "listen",
        transport: "tcp",
        forms: [["port"]],
        reusePort: "dropped",
        defaultHost: "localhost",
        endsIn: ends.httpListen,
        instead: own,
      },
    },
    next: {
      does: {
        op: "create",
        transport: "tcp",
        forms: [["options"]],
        ignores: [
          {
            option: "reusePort",
            because: "next() prepares a request handler and opens no port",
            instead: "give it to the listen() of the custom server",
          },
        ],
      },
    },
  },
};
export default devServers;
