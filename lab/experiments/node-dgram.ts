import dgram from "node:dgram";
import { readdirSync } from "node:fs";
import { startWorker } from "../cluster-worker.ts";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { descriptorOf, errorName, knowsReusePort, lacksReusePort, thrown } from "../node.ts";
import { tryBind } from "../tcp.ts";

const host = "127.0.0.1";

/** Binds a socket; the outcome, and the two reuse options as the kernel has them. */
async function bind(lab: Lab, options: object, bindOptions: dgram.BindOptions) {
  const socket = dgram.createSocket({ type: "udp4", ...options } as dgram.SocketOptions);
  lab.onEnd(() => socket.close());
  const outcome = await new Promise<string>((resolve) => {
    socket.once("error", (error) => resolve(errorName(error)));
    socket.bind(bindOptions, () => resolve("OK"));
  });
  lab.note(`createSocket(${JSON.stringify(options)}).bind(${JSON.stringify(bindOptions)}): ${outcome}`);
  const fd = descriptorOf(socket);
  return {
    socket,
    outcome,
    flags: outcome === "OK" ? [lab.sys.get(fd, "SO_REUSEADDR"), lab.sys.get(fd, "SO_REUSEPORT")] : [],
  };
}

export const experiments: readonly Experiment[] = [
  {
    fact: "dgram-plain-bind-sets-nothing",
    about: "node",
    expect: (on) => ({
      "no option": [0, 0],
      "reuseAddr: true": [1, 0],
      "reusePort: true": [0, knowsReusePort(on) ? 1 : 0],
      both: [1, knowsReusePort(on) ? 1 : 0],
    }),
    control: { changes: "reuseAddr: true where there should be no option" },
    async run(lab) {
      const flags = async (port: number, options: object) => (await bind(lab, options, { address: host, port })).flags;
      return {
        "no option": await flags(5000, lab.either({}, { reuseAddr: true })),
        "reuseAddr: true": await flags(5001, { reuseAddr: true }),
        "reusePort: true": await flags(5002, { reusePort: true }),
        both: await flags(5003, { reuseAddr: true, reusePort: true }),
      };
    },
  },
  {
    fact: "dgram-reuse-port-versions",
    about: "node",
    expect: (on) => ({ "second socket with reusePort": knowsReusePort(on) ? "OK" : "bind EADDRINUSE" }),
    control: { changes: "reusePort: false", notOn: lacksReusePort },
    async run(lab) {
      const options = { reusePort: lab.either(true, false) };
      await bind(lab, options, { address: host, port: 5000 });
      return {
        "second socket with reusePort": (await bind(lab, options, { address: host, port: 5000 })).outcome,
      };
    },
  },
  {
    fact: "dgram-options-are-truthy",
    about: "node",
    expect: (on) => ({ 'reuseAddr: "no"': [1, 0], 'reusePort: "no"': [0, knowsReusePort(on) ? 1 : 0] }),
    control: { changes: "the empty string" },
    async run(lab) {
      const flags = async (port: number, options: object) => (await bind(lab, options, { address: host, port })).flags;
      return {
        'reuseAddr: "no"': await flags(5000, { reuseAddr: lab.either("no", "") }),
        'reusePort: "no"': await flags(5001, { reusePort: lab.either("no", "") }),
      };
    },
  },
  {
    fact: "dgram-bind-options-ignored",
    about: "node",
    expect: { "bind({ reuseAddr: true, reusePort: true })": [0, 0] },
    control: { changes: "the options go to createSocket()" },
    run: async (lab) => ({
      "bind({ reuseAddr: true, reusePort: true })": (
        await bind(lab, lab.either({}, { reuseAddr: true }), {
          address: host,
          port: 5000,
          reuseAddr: true,
          reusePort: true,
        } as dgram.BindOptions)
      ).flags,
    }),
  },
  {
    fact: "dgram-always-binds",
    about: "node",
    expect: {
      "sockets that could send": 10,
      "the eleventh, send()": "bind EADDRINUSE",
      "connect()": "bind EADDRINUSE",
    },
    control: { changes: "one socket for all" },
    async run(lab) {
      lab.range(40000, 40009);
      let shared: dgram.Socket | null = null;
      const fresh = () => {
        if (shared !== null) return shared;
        const socket = dgram.createSocket("udp4");
        lab.onEnd(() => socket.close());
        shared = lab.either(null, socket);
        return socket;
      };
      const send = (port: number) =>
        new Promise<string>((resolve) => {
          const socket = fresh().once("error", (error) => resolve(errorName(error)));
          socket.send("x", port, host, (error) => resolve(error === null ? "OK" : errorName(error)));
        });
      const outcomes: string[] = [];
      for (let i = 0; i < 11; i++) outcomes.push(await send(6000 + i));
      const connected = await new Promise<string>((resolve) => {
        const socket = fresh().once("error", (error) => resolve(errorName(error)));
        socket.connect(6000, host, ((error?: Error) => resolve(error ? errorName(error) : "OK")) as () => void);
      });
      return {
        "sockets that could send": outcomes.filter((each) => each === "OK").length,
        "the eleventh, send()": outcomes.at(-1) ?? "",
        "connect()": connected,
      };
    },
  },
  {
    fact: "dgram-membership-sets-reuse-addr",
    about: "node",
    expect: { "bound to a port of the range": true, SO_REUSEADDR: 1, "bind() afterwards": "bind EINVAL" },
    control: { changes: "it binds first" },
    async run(lab) {
      lab.range(40000, 40009);
      const socket = dgram.createSocket("udp4");
      lab.onEnd(() => socket.close());
      const binds = (port: number) =>
        new Promise<string>((resolve) => {
          socket.once("error", (error) => resolve(errorName(error)));
          const now = thrown(() => socket.bind(port, () => resolve("OK")));
          if (now !== "OK") resolve(now);
        });
      if (lab.either(false, true)) await binds(5000);
      socket.addMembership("239.1.2.3", host);
      const fd = descriptorOf(socket);
      const port = lab.sys.port(fd);
      return {
        "bound to a port of the range": port >= 40000 && port <= 40009,
        SO_REUSEADDR: lab.sys.get(fd, "SO_REUSEADDR"),
        "bind() afterwards": await binds(5001),
      };
    },
  },
  {
    fact: "dgram-fd-sets-reuse-addr",
    about: "node",
    expect: {
      before: 0,
      "another socket with the option, before": "EADDRINUSE",
      "after bind({ fd })": 1,
      "another socket with the option, afterwards": "OK",
      "it receives what comes": 1,
      "the socket that cluster workers share": 1,
    },
    control: { changes: "the descriptor is not adopted" },
    async run(lab) {
      const { sys, either } = lab;
      const fd = sys.socket({ udp: true, forNode: true });
      sys.bind(fd, host, 5000);
      const before = sys.get(fd, "SO_REUSEADDR");
      const reuse = { udp: true, reuseAddr: true };
      const refused = tryBind(sys, host, 5000, reuse);
      if (either(true, false)) await bind(lab, {}, { fd });
      const other = sys.socket(reuse);
      const bound = sys.bind(other, host, 5000);
      sys.sendto(sys.socket({ udp: true }), "x", host, 5000);
      await startWorker(lab, { options: { address: host, port: 5001 }, udp: true });
      const shared = readdirSync("/proc/self/fd")
        .map(Number)
        .find((each) => sys.port(each) === 5001);
      return {
        before,
        "another socket with the option, before": refused,
        "after bind({ fd })": sys.get(fd, "SO_REUSEADDR"),
        "another socket with the option, afterwards": bound,
        "it receives what comes": sys.recv(other, 64),
        "the socket that cluster workers share": shared === undefined ? -1 : sys.get(shared, "SO_REUSEADDR"),
      };
    },
  },
];
