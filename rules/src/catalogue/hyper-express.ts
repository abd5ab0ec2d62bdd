import type { Package } from "./types.ts";

const hyperExpress: Package = {
  name: "hyper-express",
  modules: ["hyper-express"],
  copies: /^@btc-vision\/hyper-express$/,
  triggers: ['"hyper-express"', ".listen"],
  docs: "https://github.com/kartikk221/hyper-express/blob/master/docs/Server.md",
  entries: {
    "hyper-express.Server": {
      type: true,
      returns: "hyper-express.Server",
      does: { op: "create", transport: "tcp", forms: [["options"]], newOnly: true },
    },
    "hyper-express.Server#listen": {
      does: {
        op: "listen",
        transport: "tcp",
        forms: [["port", "host", "callback"]],
        reusePort: "default",
        sharing: {
          fact: "uws-shares-by-default",
          exclusive: { option: "exclusive_port", equals: true, onListen: false, onCreate: "exclusive_port" },
        },
        endsIn: "native",
      },
    },
    ...Object.fromEntries(
      ["use", "get", "post", "put", "patch", "delete", "del", "any", "all", "ws", "set_error_handler"].map((name) => [
        `hyper-express.Server#${name}`,
        { returns: "this" },
      ]),
    ),
  },
};
export default hyperExpress;
