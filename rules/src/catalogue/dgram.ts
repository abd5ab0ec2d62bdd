import { ends } from "./ends.ts";
import { chained } from "./net.ts";
import type { Ignored, Operation, Package } from "./types.ts";

const onBind = (option: string): Ignored => ({
  option,
  because: "the socket's flags are fixed by createSocket()",
  instead: "give it to createSocket()",
  fact: "dgram-bind-options-ignored",
});

const createSocket: Operation = {
  op: "create",
  transport: "udp",
  forms: [
    ["options", "callback"],
    ["other", "callback"],
  ],
  reusePort: "forwarded",
  flagValue: "truthy",
  ignores: [
    {
      option: "reusePort",
      because: "Deno's node:dgram does not pass it on",
      instead: "remove it",
      runtime: "deno",
      fact: "deno-datagram-options",
    },
  ],
};

const dgram: Package = {
  name: "dgram",
  modules: ["dgram"],
  triggers: ['"dgram"', "udp4", "udp6", "reuseAddr", "reusePort"],
  docs: "https://nodejs.org/api/dgram.html",
  entries: {
    "dgram.createSocket": { returns: "dgram.Socket", does: createSocket },
    "dgram.Socket": { type: true, returns: "dgram.Socket", does: createSocket },
    "dgram.Socket#bind": {
      returns: "this",
      does: {
        op: "bind",
        transport: "udp",
        forms: [
          ["options", "callback"],
          ["port", "host", "callback"],
        ],
        spelled: { host: "address" },
        ignores: [onBind("reusePort"), onBind("reuseAddr")],
        endsIn: ends.datagramBind,
      },
    },
    "dgram.Socket#bindSync": {
      does: {
        op: "bind",
        transport: "udp",
        forms: [["options"]],
        spelled: { host: "address" },
        ignores: [onBind("reusePort"), onBind("reuseAddr")],
        synchronous: true,
        endsIn: ends.datagramBind,
      },
    },
    ...chained("dgram.Socket"),
  },
};
export default dgram;
