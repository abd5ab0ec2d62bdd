import { ends } from "./ends.ts";
import type { Ignored, Operation, Package } from "./types.ts";

const reusePort: Ignored = {
  option: "reusePort",
  because: "it is an option of listen(), not of the server",
  instead: "give it to listen()",
  fact: "node-reuse-port-create-server",
};

/** Server options that belong to listen(). */
export const createServer: Operation = {
  op: "create",
  transport: "tcp",
  forms: [["options", "callback"], ["callback"]],
  ignores: [reusePort],
};

/** `net.Server#listen`, which tls, http, https and http2 servers share. */
export const listen: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [
    ["options", "callback"],
    ["port", "host", "backlog", "callback"],
  ],
  reusePort: "forwarded",
  flagValue: { node: "strict", bun: "boolean", deno: "strict" },
  booleans: { bun: ["reusePort", "ipv6Only"] },
  endsIn: ends.netListen,
};

export const connect: Operation = {
  op: "connect",
  transport: "tcp",
  forms: [
    ["options", "callback"],
    ["port", "host", "callback"],
  ],
  ipcOption: "path",
  endsIn: ends.connect,
};

/** The methods of an event emitter that return the emitter. */
export function chained(
  type: string,
  names = [
    "on",
    "once",
    "addListener",
    "prependListener",
    "prependOnceListener",
    "off",
    "removeListener",
    "setMaxListeners",
    "ref",
    "unref",
  ],
) {
  return Object.fromEntries(names.map((name) => [`${type}#${name}`, { returns: "this" }]));
}

const net: Package = {
  name: "net",
  modules: ["net"],
  triggers: [".listen", "=localAddress", "=localPort", "BoundSocket", "reusePort"],
  docs: "https://nodejs.org/api/net.html",
  entries: {
    "net.createServer": { returns: "net.Server", does: createServer },
    "net.Server": { type: true, returns: "net.Server", does: createServer },
    "net.Server#listen": { returns: "this", does: { ...listen, again: "throws", emitsError: {} } },
    "net.Server#close": { returns: "this" },
    ...chained("net.Server"),
    "net.connect": { returns: "net.Socket", does: connect },
    "net.createConnection": { returns: "net.Socket", does: connect },
    "net.Socket": { type: true, returns: "net.Socket", adoptsHandle: true },
    "net.Socket#connect": { returns: "this", does: connect },
    "net.Stream": { alias: "net.Socket" },
    ...chained("net.Socket", [
      "on",
      "once",
      "addListener",
      "setTimeout",
      "setNoDelay",
      "setKeepAlive",
      "setEncoding",
      "ref",
      "unref",
    ]),
    "net.BoundSocket": {
      returns: "net.BoundSocket",
      does: {
        op: "bind",
        transport: "tcp",
        forms: [["options"]],
        newOnly: true,
        bindsHandle: true,
        reusePort: "forwarded",
        flagValue: "boolean",
        booleans: { node: ["reusePort"] },
        endsIn: { node: "net.BoundSocket" },
      },
    },
  },
};
export default net;
