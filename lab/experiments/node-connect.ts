import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import net, { createServer } from "node:net";
import tls from "node:tls";
import type { Experiment } from "../experiment.ts";
import { descriptorOf, dialNode, listen, thrown } from "../node.ts";

const host = "127.0.0.1";

/** What net.connect() reads of its options; none of them sets an option of the socket before bind(). */
const connectOptions = new Set([
  ...["host", "port", "path", "localAddress", "localPort", "family", "hints", "lookup", "noDelay", "keepAlive"],
  ...["keepAliveInitialDelay", "autoSelectFamily", "autoSelectFamilyAttemptTimeout", "timeout", "signal", "onread"],
  ...["allowHalfOpen", "fd", "handle", "readable", "writable", "pauseOnCreate", "manualStart", "highWaterMark"],
  ...["objectMode", "readableObjectMode", "writableObjectMode"],
]);

export const experiments: readonly Experiment[] = [
  {
    fact: "node-local-address-binds",
    about: "node",
    expect: {
      "localAddress: source": "127.0.0.2",
      "localAddress: SO_REUSEADDR": 1,
      "localAddress: IP_BIND_ADDRESS_NO_PORT": 0,
      "http.Agent: source": "127.0.0.3",
      "http.Agent: SO_REUSEADDR": 1,
      "tls.connect: source": "127.0.0.4",
      "https.get: source": "127.0.0.5",
      "http2.connect: source": "127.0.0.6",
      "neither: SO_REUSEADDR": 0,
    },
    control: { changes: "no localAddress" },
    async run(lab) {
      const from = (localAddress: string) => lab.either({ localAddress }, {});
      await listen(
        lab,
        http.createServer((_, response) => response.end()),
        { host, port: 4000 },
      );
      const bound = await dialNode(lab, { host, port: 4000, ...from("127.0.0.2") });
      const plain = await dialNode(lab, { host, port: 4000 });
      const agent = new http.Agent({ ...from("127.0.0.3"), keepAlive: true });
      lab.onEnd(() => agent.destroy());
      const request = http.get({ host, port: 4000, agent });
      const through = await new Promise<net.Socket>((resolve) =>
        request.once("response", (response) => (resolve(response.socket), response.resume())),
      );
      const flags = (socket: net.Socket | null) => lab.sys.get(descriptorOf(socket as net.Socket), "SO_REUSEADDR");
      // What they say does not matter: the server looks at where the connection comes from, and hangs up.
      const source = async (
        port: number,
        start: (port: number) => { on(event: "error", listener: () => void): unknown },
      ) => {
        const server = createServer();
        await listen(lab, server, { host, port });
        const seen = new Promise<string>((resolve) =>
          server.once(
            "connection",
            (socket) => (resolve(socket.remoteAddress ?? ""), socket.on("error", () => {}).destroy()),
          ),
        );
        start(port).on("error", () => {});
        return seen;
      };
      const throughTls = await source(4001, (port) =>
        tls.connect({ host, port, ...from("127.0.0.4") } as tls.ConnectionOptions),
      );
      const throughHttps = await source(4002, (port) => https.get({ host, port, ...from("127.0.0.5"), agent: false }));
      const throughHttp2 = await source(4003, (port) =>
        http2.connect(`http://${host}:${port}`, from("127.0.0.6") as http2.ClientSessionOptions),
      );
      return {
        "localAddress: source": bound.socket?.localAddress ?? "",
        "localAddress: SO_REUSEADDR": flags(bound.socket),
        "localAddress: IP_BIND_ADDRESS_NO_PORT": lab.sys.get(
          descriptorOf(bound.socket as net.Socket),
          "IP_BIND_ADDRESS_NO_PORT",
        ),
        "http.Agent: source": through.localAddress ?? "",
        "http.Agent: SO_REUSEADDR": flags(through),
        "tls.connect: source": throughTls,
        "https.get: source": throughHttps,
        "http2.connect: source": throughHttp2,
        "neither: SO_REUSEADDR": flags(plain.socket),
      };
    },
  },
  {
    fact: "node-local-port",
    about: "node",
    expect: {
      "first destination": "OK",
      "another destination": "OK",
      "the same once more": "connect EADDRNOTAVAIL",
      "the port of a listener": "bind EADDRINUSE",
    },
    control: { changes: "no localPort" },
    async run(lab) {
      for (const port of [4000, 4001]) await listen(lab, createServer(), { host, port });
      const to = async (port: number, localPort: number) =>
        (await dialNode(lab, { host, port, localAddress: host, ...lab.either({ localPort }, {}) })).outcome;
      return {
        "first destination": await to(4000, 5000),
        "another destination": await to(4001, 5000),
        "the same once more": await to(4000, 5000),
        "the port of a listener": await to(4000, 4001),
      };
    },
  },
  {
    fact: "node-local-port-zero",
    about: "node",
    expect: { "localPort: 0, connections to two destinations": 20, "SO_REUSEADDR, which a bind would set": 0 },
    control: { changes: "a localAddress beside it" },
    async run(lab) {
      lab.range(40000, 40009);
      for (const port of [4000, 4001]) await listen(lab, createServer(), { host, port });
      let count = 0;
      let flag: number | string = -1;
      for (let i = 0; i < 22; i++) {
        const { outcome, socket } = await dialNode(lab, {
          host,
          port: 4000 + (i % 2),
          localPort: 0,
          ...lab.either({}, { localAddress: host }),
        });
        if (outcome === "OK") count++;
        if (i === 0) flag = lab.sys.get(descriptorOf(socket as net.Socket), "SO_REUSEADDR");
      }
      return { "localPort: 0, connections to two destinations": count, "SO_REUSEADDR, which a bind would set": flag };
    },
  },
  {
    fact: "node-local-address-types",
    about: "node",
    needs: ["IPv6"],
    expect: {
      'localAddress: "localhost"': "ERR_INVALID_IP_ADDRESS",
      'localPort: "5000"': "ERR_INVALID_ARG_TYPE",
      "an address of another machine": "bind EADDRNOTAVAIL",
      "IPv4 localAddress, IPv6 target": "bind EINVAL",
    },
    control: { changes: "an address of this machine, a number as port, one family" },
    async run(lab) {
      const dialed = (options: net.TcpNetConnectOpts) => void net.connect(options).on("error", () => {});
      return {
        'localAddress: "localhost"': thrown(() =>
          dialed({ host, port: 4000, localAddress: lab.either("localhost", host) }),
        ),
        'localPort: "5000"': thrown(() => dialed({ host, port: 4000, localPort: lab.either("5000", 5000) as number })),
        "an address of another machine": (
          await dialNode(lab, { host, port: 4000, localAddress: lab.either("203.0.113.1", host) })
        ).outcome,
        "IPv4 localAddress, IPv6 target": (
          await dialNode(lab, { host: lab.either("::1", host), port: 4000, localAddress: host })
        ).outcome,
      };
    },
  },
  {
    fact: "node-no-socket-options",
    about: "node",
    expect: {
      "names with sockopt in net": [],
      "names with sockopt on a Socket": [],
      "options that connect() reads and this list does not have": [],
      "IP_BIND_ADDRESS_NO_PORT of a connection with a localAddress": 0,
    },
    control: { changes: "the socket was made through FFI" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      const asked = new Set<string>();
      const options = new Proxy({ host, port: 4000, localAddress: "127.0.0.2" } as Record<string, unknown>, {
        get: (target, name) => (typeof name === "string" ? (asked.add(name), target[name]) : undefined),
      });
      const { socket } = await dialNode(lab, options as never, (given) => {
        if (lab.either(true, false)) return net.connect(given);
        const fd = lab.sys.socket({ forNode: true, noPort: true });
        lab.sys.bind(fd, "127.0.0.2", 0);
        return new net.Socket({ fd, readable: true, writable: true }).connect({ host, port: 4000 });
      });
      const named = (object: object) => Object.getOwnPropertyNames(object).filter((name) => /sock_?opt/i.test(name));
      return {
        "names with sockopt in net": named(net),
        "names with sockopt on a Socket": named(net.Socket.prototype),
        "options that connect() reads and this list does not have": [...asked]
          .filter((name) => !connectOptions.has(name))
          .sort(),
        "IP_BIND_ADDRESS_NO_PORT of a connection with a localAddress": lab.sys.get(
          descriptorOf(socket as net.Socket),
          "IP_BIND_ADDRESS_NO_PORT",
        ),
      };
    },
  },
];
