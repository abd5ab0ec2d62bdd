import type { Operation, Package } from "./types.ts";

const serve: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["options"]],
  spelled: { host: "hostname", path: "unix" },
  defaultPort: 3000,
  reusePort: "forwarded",
  flagValue: "truthy",
  pathWins: "always",
  endsIn: { bun: "bun.serve" },
  noExclusive: true,
};

const bun: Package = {
  name: "bun",
  modules: ["bun"],
  globals: { Bun: "bun" },
  triggers: ["Bun.serve", "Bun.listen", "Bun.connect", "Bun.udpSocket", '"bun"'],
  docs: "https://bun.sh/docs/api/http",
  entries: {
    "bun.serve": { returns: "bun.Server", does: serve },
    "bun.Server": { type: true },
    "bun.listen": {
      returns: "bun.TCPSocketListener",
      does: {
        ignores: [
          {
            option: "reusePort",
            because: "`exclusive` wins over it",
            instead: "keep one of the two",
            beside: "exclusive",
            fact: "bun-exclusive-wins",
          },
        ],
        op: "listen",
        transport: "tcp",
        forms: [["options"]],
        spelled: { host: "hostname", path: "unix" },
        reusePort: "forwarded",
        flagValue: "boolean",
        booleans: { bun: ["reusePort", "exclusive", "ipv6Only"] },
        pathWins: "always",
        endsIn: { bun: "bun.listen" },
        typingsRefuse: "inferred",
      },
    },
    "bun.TCPSocketListener": { type: true },
    "bun.connect": {
      does: {
        op: "connect",
        transport: "tcp",
        forms: [["options"]],
        // `socket` has the handlers; a connection that is open is given as `fd`.
        spelled: { host: "hostname", path: "unix", socket: "fd" },
        ipcOption: "path",
        localEndTowards: "addresses",
        endsIn: { bun: "bun.connect" },
      },
    },
    "bun.udpSocket": {
      returns: "bun.UdpSocket",
      does: {
        op: "bind",
        transport: "udp",
        forms: [["options"]],
        spelled: { host: "hostname" },
        connectsTo: "connect",
        makesSocket: true,
        endsIn: { bun: "bun.udpSocket" },
      },
    },
    "bun.UdpSocket": {},
  },
};
export default bun;
