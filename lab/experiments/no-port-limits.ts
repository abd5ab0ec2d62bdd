import type { Experiment } from "../experiment.ts";
import { dial, exhaust, listener, tryBind } from "../tcp.ts";

const lo = "127.0.0.1";
const inRange = (port: number) => port >= 40000 && port <= 40009;

export const experiments: readonly Experiment[] = [
  {
    fact: "no-port-before-bind",
    expect: {
      "setsockopt() after bind()": "OK",
      "the port before it": true,
      "the port stays the same": true,
      "connections to three destinations": 10,
    },
    control: { changes: "the option is set before bind() as well" },
    run({ sys, range, either }) {
      range(40000, 40009);
      const early = { noPort: either(false, true) };
      const fd = sys.socket(early);
      sys.bind(fd, lo, 0);
      const before = sys.port(fd);
      const late = sys.set(fd, "IP_BIND_ADDRESS_NO_PORT", 1);
      const after = sys.port(fd);
      sys.close(fd);
      const ports = [4000, 4001, 4002];
      ports.forEach((port) => listener(sys, lo, port));
      let count = 0;
      for (let i = 0; i < 30; i++) {
        const client = sys.socket(early);
        if (sys.bind(client, lo, 0) !== "OK") break;
        sys.set(client, "IP_BIND_ADDRESS_NO_PORT", 1);
        if (sys.connect(client, lo, ports[i % 3] as number) === "OK") count++;
      }
      return {
        "setsockopt() after bind()": late,
        "the port before it": inRange(before),
        "the port stays the same": before === after,
        "connections to three destinations": count,
      };
    },
  },
  {
    fact: "no-port-needs-port-zero",
    expect: {
      "port after bind()": 5000,
      "second bind with the option": "EADDRINUSE",
      "with SO_REUSEADDR on both instead": "OK",
    },
    control: { changes: "port 0" },
    run({ sys, either }) {
      const first = sys.socket({ noPort: true });
      sys.bind(first, lo, either(5000, 0));
      const port = sys.port(first);
      const second = tryBind(sys, lo, 5000, { noPort: true });
      sys.bind(sys.socket({ reuseAddr: true }), lo, 5001);
      return {
        "port after bind()": port,
        "second bind with the option": second,
        "with SO_REUSEADDR on both instead": tryBind(sys, lo, 5001, { reuseAddr: true }),
      };
    },
  },
  {
    fact: "no-port-on-listener",
    expect: {
      "port after bind()": 0,
      "port after listen() is in the range": true,
      "exhausted: bind()": "OK",
      "exhausted: listen()": "EADDRINUSE",
    },
    control: { without: ["IP_BIND_ADDRESS_NO_PORT"] },
    run({ sys, range }) {
      range(40000, 40009);
      const server = sys.socket({ noPort: true });
      sys.bind(server, lo, 0);
      const before = sys.port(server);
      sys.listen(server);
      const after = sys.port(server);
      listener(sys, lo, 4000);
      exhaust(sys, { host: lo }, [{ host: lo, port: 4000 }]);
      const late = sys.socket({ noPort: true });
      return {
        "port after bind()": before,
        "port after listen() is in the range": inRange(after),
        "exhausted: bind()": sys.bind(late, lo, 0),
        "exhausted: listen()": sys.listen(late),
      };
    },
  },
  {
    fact: "fixed-local-port",
    expect: {
      "with SO_REUSEADDR, first": "OK",
      "with SO_REUSEADDR, the same destination": "connect EADDRNOTAVAIL",
      "with SO_REUSEADDR, another destination": "OK",
      "without, while it is open": "bind EADDRINUSE",
      "without, over TIME_WAIT": "bind EADDRINUSE",
    },
    control: { without: ["SO_REUSEADDR"] },
    run({ sys }) {
      const reuse = { reuseAddr: true };
      const from = { host: lo, port: 5000 };
      const server = listener(sys, lo, 4000);
      listener(sys, lo, 4001);
      const first = dial(sys, from, { host: lo, port: 4000 }, reuse).outcome;
      const same = dial(sys, from, { host: lo, port: 4000 }, reuse).outcome;
      const other = dial(sys, from, { host: lo, port: 4001 }, reuse).outcome;
      sys.accept(server);
      const plain = { host: lo, port: 5001 };
      const client = dial(sys, plain, { host: lo, port: 4000 });
      const open = dial(sys, plain, { host: lo, port: 4001 }).outcome;
      const accepted = sys.accept(server);
      sys.close(client.fd);
      if (typeof accepted === "number") sys.close(accepted);
      return {
        "with SO_REUSEADDR, first": first,
        "with SO_REUSEADDR, the same destination": same,
        "with SO_REUSEADDR, another destination": other,
        "without, while it is open": open,
        "without, over TIME_WAIT": dial(sys, plain, { host: lo, port: 4001 }).outcome,
      };
    },
  },
];
