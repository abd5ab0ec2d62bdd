import type { Experiment } from "../experiment.ts";
import type { SocketOptions, Syscalls } from "../syscalls.ts";
import { tryBind } from "../tcp.ts";

const lo = "127.0.0.1";

function bindMany(sys: Syscalls, count: number, options: SocketOptions) {
  const fds = Array.from({ length: count }, () => sys.socket({ udp: true, ...options }));
  const outcomes = fds.map((fd) => sys.bind(fd, lo, 0));
  const bound = fds.filter((_, index) => outcomes[index] === "OK");
  const ports = new Set(bound.map((fd) => sys.port(fd)));
  fds.forEach((fd) => sys.close(fd));
  return { bound: bound.length, ports: ports.size, failure: outcomes.find((each) => each !== "OK") ?? "none" };
}

export const experiments: readonly Experiment[] = [
  {
    fact: "udp-port-zero-shares",
    expect: {
      "SO_REUSEADDR: 40 sockets, 10 ports, bound": 40,
      "SO_REUSEADDR: at most so many ports": { atMost: 10 },
      "SO_REUSEPORT: 40 sockets, 10 ports, bound": 40,
      "SO_REUSEPORT: at most so many ports": { atMost: 10 },
      "no option: bound": 10,
      "no option: then": "EADDRINUSE",
    },
    run({ sys, range }) {
      range(40000, 40009);
      const address = bindMany(sys, 40, { reuseAddr: true });
      const port = bindMany(sys, 40, { reusePort: true });
      const plain = bindMany(sys, 40, {});
      return {
        "SO_REUSEADDR: 40 sockets, 10 ports, bound": address.bound,
        "SO_REUSEADDR: at most so many ports": address.ports,
        "SO_REUSEPORT: 40 sockets, 10 ports, bound": port.bound,
        "SO_REUSEPORT: at most so many ports": port.ports,
        "no option: bound": plain.bound,
        "no option: then": plain.failure,
      };
    },
  },
  {
    fact: "multicast-receiver-needs-reuse-addr",
    expect: { "second receiver, neither with": "EADDRINUSE", "only the second with": "EADDRINUSE", "both with": "OK" },
    run({ sys }) {
      sys.bind(sys.socket({ udp: true }), "0.0.0.0", 5353);
      sys.bind(sys.socket({ udp: true, reuseAddr: true }), "0.0.0.0", 5354);
      return {
        "second receiver, neither with": tryBind(sys, "0.0.0.0", 5353, { udp: true }),
        "only the second with": tryBind(sys, "0.0.0.0", 5353, { udp: true, reuseAddr: true }),
        "both with": tryBind(sys, "0.0.0.0", 5354, { udp: true, reuseAddr: true }),
      };
    },
  },
  {
    fact: "udp-connect-takes-a-whole-port",
    expect: {
      "connected to different destinations": 10,
      "the eleventh connect()": "EAGAIN",
      "an unbound send": "EAGAIN",
      "bind() to port 0": "EADDRINUSE",
    },
    run({ sys, range }) {
      range(40000, 40009);
      const outcomes = Array.from({ length: 11 }, (_, index) =>
        sys.connect(sys.socket({ udp: true }), lo, 5000 + index),
      );
      return {
        "connected to different destinations": outcomes.filter((each) => each === "OK").length,
        "the eleventh connect()": outcomes.at(-1) ?? "",
        "an unbound send": sys.sendto(sys.socket({ udp: true }), "x", lo, 6000),
        "bind() to port 0": sys.bind(sys.socket({ udp: true }), lo, 0),
      };
    },
  },
  {
    fact: "no-port-does-not-help-udp",
    expect: { "port after bind()": 0, "connected to different destinations": 10, "the eleventh": "connect EAGAIN" },
    run({ sys, range }) {
      range(40000, 40009);
      let port = -1;
      const outcomes = Array.from({ length: 11 }, (_, index) => {
        const fd = sys.socket({ udp: true, noPort: true });
        const bound = sys.bind(fd, lo, 0);
        if (index === 0) port = sys.port(fd);
        return bound === "OK" ? `connect ${sys.connect(fd, lo, 5000 + index)}` : `bind ${bound}`;
      });
      return {
        "port after bind()": port,
        "connected to different destinations": outcomes.filter((each) => each === "connect OK").length,
        "the eleventh": outcomes.at(-1) ?? "",
      };
    },
  },
];
