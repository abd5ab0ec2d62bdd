import type { Operation, Package } from "./types.ts";

const listen: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["options"]],
  spelled: { host: "hostname", backlog: "tcpBacklog" },
  reusePort: "forwarded",
  flagValue: "strict",
  noExclusive: true,
};

const connect: Operation = {
  op: "connect",
  transport: "tcp",
  forms: [["options"]],
  spelled: { host: "hostname" },
  ipcOption: "path",
  defaultHost: "127.0.0.1",
  ignores: [
    {
      option: "localAddress",
      because: "Deno.connect() has no such option",
      instead: "connect with node:net, which has it",
    },
  ],
};

const deno: Package = {
  name: "deno",
  modules: ["deno"],
  globals: { Deno: "deno" },
  triggers: [
    "Deno.serve",
    "Deno.listen",
    "Deno.listenTls",
    "Deno.listenDatagram",
    "Deno.connect",
    "Deno.connectTls",
    "Deno.createHttpClient",
  ],
  docs: "https://docs.deno.com/api/deno/network",
  entries: {
    "deno.serve": {
      returns: "deno.HttpServer",
      does: {
        ...listen,
        forms: [["options", "callback"], ["callback"]],
        defaultPort: 8000,
        endsIn: { deno: "deno.serve" },
      },
    },
    "deno.listen": { returns: "deno.Listener", does: { ...listen, endsIn: { deno: "deno.listen" } } },
    "deno.listenTls": {
      returns: "deno.Listener",
      does: {
        ...listen,
        flagValue: "boolean",
        booleans: { deno: ["reusePort"] },
        endsIn: { deno: "deno.listenTls" },
      },
    },
    "deno.Listener": { type: true },
    "deno.HttpServer": { type: true },
    "deno.DatagramConn": { type: true },
    "deno.listenDatagram": {
      returns: "deno.DatagramConn",
      does: {
        op: "bind",
        transport: "udp",
        forms: [["options"]],
        spelled: { host: "hostname", reuseAddr: "reuseAddress" },
        makesSocket: true,
        flagValue: "strict",
        endsIn: { deno: "deno.listenDatagram" },
        ignores: [
          {
            option: "reusePort",
            because: "Deno has no such option for datagrams",
            instead: "use reuseAddress if the port has to be shared",
            fact: "deno-datagram-options",
          },
        ],
      },
    },
    "deno.connect": { does: { ...connect, endsIn: { deno: "deno.connect" } } },
    "deno.connectTls": { does: { ...connect, endsIn: { deno: "deno.connectTls" } } },
    "deno.createHttpClient": {
      does: { op: "connect", transport: "tcp", forms: [["options"]], endsIn: { deno: "deno.createHttpClient" } },
    },
  },
};
export default deno;
