import type { Operation, Package } from "./types.ts";

const listen: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["settings"]],
  spelled: { host: "hostname" },
  reusePort: "forwarded",
  noExclusive: true,
  runtime: "deno",
};

const deno: Package = {
  name: "deno",
  modules: ["deno"],
  globals: { Deno: "deno" },
  triggers: ["Deno.serve", "Deno.listen", "Deno.listenTls", "Deno.listenDatagram", "Deno.createHttpClient"],
  docs: "https://docs.deno.com/api/deno/network",
  entries: {
    "deno.serve": {
      returns: "deno.HttpServer",
      does: { ...listen, forms: [["settings", "callback"], ["callback"]], defaultPort: 8000 },
    },
    "deno.listen": { returns: "deno.Listener", does: listen },
    "deno.listenTls": { returns: "deno.Listener", does: listen },
    "deno.Listener": { type: true },
    "deno.HttpServer": { type: true },
    "deno.DatagramConn": { type: true },
    "deno.listenDatagram": {
      returns: "deno.DatagramConn",
      does: {
        op: "bind",
        transport: "udp",
        forms: [["settings"]],
        spelled: { host: "hostname", reuseAddr: "reuseAddress" },
        runtime: "deno",
        ignores: [
          {
            option: "reusePort",
            because: "Deno has no such option for datagrams",
            instead: "use reuseAddress if the port has to be shared",
          },
        ],
      },
    },
    "deno.createHttpClient": { does: { op: "connect", transport: "tcp", forms: [["settings"]], runtime: "deno" } },
  },
};
export default deno;
