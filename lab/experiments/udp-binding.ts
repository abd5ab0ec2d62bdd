import type { Experiment } from "../experiment.ts";
import type { SocketOptions, Syscalls } from "../syscalls.ts";
import { must } from "../tcp.ts";

const lo = "127.0.0.1";
const group = "239.1.2.3";

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
      "SO_REUSEADDR: 300 sockets, 1000 ports, ports taken": { between: [1, 299] },
      "SO_REUSEPORT: 40 sockets, 10 ports, bound": 40,
      "SO_REUSEPORT: 300 sockets, 1000 ports, ports taken": { between: [1, 299] },
      "no option: bound": 10,
      "no option: then": "EADDRINUSE",
    },
    control: { without: ["SO_REUSEADDR", "SO_REUSEPORT"] },
    run({ sys, range }) {
      range(40000, 40009);
      const address = bindMany(sys, 40, { reuseAddr: true });
      const port = bindMany(sys, 40, { reusePort: true });
      const plain = bindMany(sys, 40, {});
      range(41000, 41999);
      const [addressPorts, portPorts] = [{ reuseAddr: true }, { reusePort: true }].map(
        (options) => bindMany(sys, 300, options).ports,
      ) as [number, number];
      return {
        "SO_REUSEADDR: 40 sockets, 10 ports, bound": address.bound,
        "SO_REUSEADDR: 300 sockets, 1000 ports, ports taken": addressPorts,
        "SO_REUSEPORT: 40 sockets, 10 ports, bound": port.bound,
        "SO_REUSEPORT: 300 sockets, 1000 ports, ports taken": portPorts,
        "no option: bound": plain.bound,
        "no option: then": plain.failure,
      };
    },
  },
  {
    fact: "multicast-receiver-needs-reuse-addr",
    needs: ["other users"],
    expect: {
      "second receiver, neither with": "EADDRINUSE",
      "only the second with": "EADDRINUSE",
      "both with SO_REUSEADDR": "OK",
      "both with SO_REUSEPORT": "OK",
      "both with SO_REUSEPORT, another user": "EADDRINUSE",
      "both with SO_REUSEADDR, another user": "OK",
      "bound to two groups, neither with": "OK",
    },
    control: { without: ["SO_REUSEADDR"] },
    async run({ sys, peer }) {
      /** Receivers join the group on the port; the outcome of the second bind(). */
      const receive = (fd: number, host: string, port: number) => {
        const outcome = sys.bind(fd, host, port);
        if (outcome === "OK") must(sys.joinOnLoopback(fd, host === "0.0.0.0" ? group : host), "IP_ADD_MEMBERSHIP");
        return outcome;
      };
      const receiver = (options: SocketOptions) => sys.socket({ udp: true, ...options });
      const all = "0.0.0.0";
      receive(receiver({}), all, 5353);
      receive(receiver({ reuseAddr: true }), all, 5354);
      receive(receiver({ reusePort: true }), all, 5355);
      receive(receiver({}), group, 5356);
      const other = await peer({ uid: 1234 });
      const asOther = async (port: number, options: SocketOptions) =>
        other.bind(await other.socket({ udp: true, ...options }), all, port);
      return {
        "second receiver, neither with": receive(receiver({}), all, 5353),
        "only the second with": receive(receiver({ reuseAddr: true }), all, 5353),
        "both with SO_REUSEADDR": receive(receiver({ reuseAddr: true }), all, 5354),
        "both with SO_REUSEPORT": receive(receiver({ reusePort: true }), all, 5355),
        "both with SO_REUSEPORT, another user": await asOther(5355, { reusePort: true }),
        "both with SO_REUSEADDR, another user": await asOther(5354, { reuseAddr: true }),
        "bound to two groups, neither with": receive(receiver({}), "239.1.2.4", 5356),
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
      "bind() of another address to port 0": "OK",
    },
    control: { changes: "one socket for all" },
    run({ sys, range, either }) {
      range(40000, 40009);
      const one = sys.socket({ udp: true });
      const outcomes = Array.from({ length: 11 }, (_, index) =>
        sys.connect(either(sys.socket({ udp: true }), one), lo, 5000 + index),
      );
      return {
        "connected to different destinations": outcomes.filter((each) => each === "OK").length,
        "the eleventh connect()": outcomes.at(-1) ?? "",
        "an unbound send": sys.sendto(sys.socket({ udp: true }), "x", lo, 6000),
        "bind() to port 0": sys.bind(sys.socket({ udp: true }), lo, 0),
        "bind() of another address to port 0": sys.bind(sys.socket({ udp: true }), "127.0.0.2", 0),
      };
    },
  },
  {
    fact: "no-port-does-not-help-udp",
    expect: { "port after bind()": 0, "connected to different destinations": 10, "the eleventh": "connect EAGAIN" },
    control: { without: ["IP_BIND_ADDRESS_NO_PORT"] },
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
