import { ends } from "./ends.ts";
import type { Ignored, Operation, Package } from "./types.ts";

const nested: Ignored = {
  option: "connect.localAddress",
  because: "undici overwrites it with its own top-level option",
  instead: "move it one level up, beside connect",
  effective: "localAddress",
};

const agent: Operation = {
  op: "connect",
  transport: "tcp",
  forms: [["options"]],
  newOnly: true,
  keepsConnections: true,
  ignores: [nested],
  endsIn: ends.connect,
};
const client: Operation = { ...agent, forms: [["other", "options"]] };

/** `undici.request()` and the others take a dispatcher; they know no local address of their own. */
const fetches: Operation = {
  op: "connect",
  transport: "tcp",
  forms: [["other", "options"]],
  ignores: [
    {
      option: "localAddress",
      because: "the connection belongs to the dispatcher",
      instead: "pass dispatcher: new Agent({ localAddress }) from undici",
    },
  ],
  defaultAgent: { setBy: { call: "undici.setGlobalDispatcher", agents: ["undici.Agent"] }, on: ["node"] },
  endsIn: ends.connect,
};

/** The runtime's own: that of Bun connects as Bun.connect() does, and reads `unix` and `proxy`; that of Deno reads `client`. */
const globalFetch: Operation = {
  ...fetches,
  spelled: { path: "unix" },
  ipcOption: "path",
  ipcRuntime: "bun",
  connectedBy: ["client", "proxy"],
  endsIn: { node: "net.connect", bun: "bun.connect", deno: "net.connect" },
};

const undici: Package = {
  name: "undici",
  modules: ["undici"],
  globals: { fetch: "undici.fetch" },
  triggers: ["=localAddress"],
  docs: "https://undici.nodejs.org/#/docs/api/Client",
  entries: {
    "undici.Agent": { returns: "undici.Dispatcher", does: agent },
    "undici.ProxyAgent": { returns: "undici.Dispatcher", does: agent },
    "undici.EnvHttpProxyAgent": { returns: "undici.Dispatcher", does: agent },
    "undici.Client": { returns: "undici.Dispatcher", does: client },
    "undici.Pool": { returns: "undici.Dispatcher", does: client },
    "undici.BalancedPool": { returns: "undici.Dispatcher", does: client },
    "undici.fetch": { does: globalFetch },
    "undici.request": { does: fetches },
    "undici.stream": { does: fetches },
    "undici.Dispatcher": {},
  },
};
export default undici;
