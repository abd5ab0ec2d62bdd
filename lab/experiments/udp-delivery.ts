import type { Experiment } from "../experiment.ts";
import type { SocketOptions, Syscalls } from "../syscalls.ts";
import { countUntilQuiet } from "../pause.ts";
import { must } from "../tcp.ts";

const lo = "127.0.0.1";
const group = "239.1.2.3";

function receiver(sys: Syscalls, host: string, port: number, options: SocketOptions): number {
  const fd = sys.socket({ udp: true, ...options });
  must(sys.bind(fd, host, port), "bind");
  return fd;
}

/** Datagrams waiting in a socket. */
function waiting(sys: Syscalls, fd: number): number {
  return countUntilQuiet(() => typeof sys.recv(fd, 64, false) === "number");
}

export const experiments: readonly Experiment[] = [
  {
    fact: "udp-reuse-addr-last-takes-all",
    expect: {
      "received by three, in the order of their bind()": [0, 0, 50],
      "after the last has closed": [0, 50],
      "wildcard bound later, specific": [50, 0],
      "a connected socket, from another peer": [0, 5],
    },
    control: { changes: "the third is bound to another port" },
    run({ sys, either }) {
      const reuse = { reuseAddr: true };
      const sender = sys.socket({ udp: true });
      const send = (port: number, count: number) => {
        for (let i = 0; i < count; i++) sys.sendto(sender, "x", lo, port);
      };
      const [a, b, c] = [
        receiver(sys, lo, 5000, reuse),
        receiver(sys, lo, 5000, reuse),
        receiver(sys, lo, either(5000, 5009), reuse),
      ];
      send(5000, 50);
      const three = [a, b, c].map((fd) => waiting(sys, fd));
      sys.close(c);
      send(5000, 50);
      const two = [a, b].map((fd) => waiting(sys, fd));
      const specific = receiver(sys, lo, 5001, reuse);
      const wildcard = receiver(sys, "0.0.0.0", 5001, reuse);
      send(5001, 50);
      const general = [specific, wildcard].map((fd) => waiting(sys, fd));
      const plain = receiver(sys, lo, 5002, reuse);
      const connected = receiver(sys, lo, 5002, reuse);
      sys.connect(connected, lo, 9);
      send(5002, 5);
      return {
        "received by three, in the order of their bind()": three,
        "after the last has closed": two,
        "wildcard bound later, specific": general,
        "a connected socket, from another peer": [waiting(sys, connected), waiting(sys, plain)],
      };
    },
  },
  {
    fact: "udp-multicast-to-all",
    expect: {
      "multicast, SO_REUSEADDR": [1, 1, 1],
      "multicast, SO_REUSEPORT": [1, 1, 1],
      "unicast, SO_REUSEADDR": [0, 0, 1],
    },
    control: { changes: "the third is bound to another port" },
    run({ sys, either }) {
      const sender = sys.socket({ udp: true });
      sys.joinOnLoopback(sender, group);
      const members = (port: number, options: SocketOptions) =>
        [port, port, either(port, port + 2)].map((own) => {
          const fd = receiver(sys, "0.0.0.0", own, options);
          must(sys.joinOnLoopback(fd, group), "IP_ADD_MEMBERSHIP");
          return fd;
        });
      const address = members(5000, { reuseAddr: true });
      const port = members(5001, { reusePort: true });
      sys.sendto(sender, "x", group, 5000);
      sys.sendto(sender, "x", group, 5001);
      const multicast = [address, port].map((fds) => fds.map((fd) => waiting(sys, fd)));
      sys.sendto(sender, "x", lo, 5000);
      return {
        "multicast, SO_REUSEADDR": multicast[0] ?? [],
        "multicast, SO_REUSEPORT": multicast[1] ?? [],
        "unicast, SO_REUSEADDR": address.map((fd) => waiting(sys, fd)),
      };
    },
  },
  {
    fact: "udp-broadcast-to-all",
    expect: { broadcast: [1, 1], unicast: [0, 1] },
    control: { changes: "the second is bound to 127.0.0.1" },
    run({ sys, either }) {
      const receivers = [
        receiver(sys, "0.0.0.0", 5000, { reuseAddr: true }),
        receiver(sys, either("0.0.0.0", lo), 5000, { reuseAddr: true }),
      ];
      const sender = sys.socket({ udp: true });
      sys.set(sender, "SO_BROADCAST", 1);
      sys.sendto(sender, "x", "127.255.255.255", 5000);
      const broadcast = receivers.map((fd) => waiting(sys, fd));
      sys.sendto(sender, "x", lo, 5000);
      return { broadcast, unicast: receivers.map((fd) => waiting(sys, fd)) };
    },
  },
  {
    fact: "multicast-all-delivers-without-join",
    expect: {
      "wildcard, joined": 1,
      "wildcard, joined nothing": 1,
      "wildcard, joined nothing, IP_MULTICAST_ALL off": 0,
      "bound to the group": 1,
      "bound to another group": 0,
    },
    control: { without: ["IP_MULTICAST_ALL"] },
    run({ sys }) {
      const reuse = { reuseAddr: true };
      const [joined, other, filtered] = [1, 2, 3].map(() => receiver(sys, "0.0.0.0", 5000, reuse)) as [
        number,
        number,
        number,
      ];
      must(sys.joinOnLoopback(joined, group), "IP_ADD_MEMBERSHIP");
      sys.set(filtered, "IP_MULTICAST_ALL", 0);
      const [own, another] = [receiver(sys, group, 5000, reuse), receiver(sys, "239.1.2.4", 5000, reuse)];
      const sender = sys.socket({ udp: true });
      sys.joinOnLoopback(sender, group);
      sys.sendto(sender, "x", group, 5000);
      return {
        "wildcard, joined": waiting(sys, joined),
        "wildcard, joined nothing": waiting(sys, other),
        "wildcard, joined nothing, IP_MULTICAST_ALL off": waiting(sys, filtered),
        "bound to the group": waiting(sys, own),
        "bound to another group": waiting(sys, another),
      };
    },
  },
  {
    fact: "unicast-bind-gets-no-multicast",
    expect: { "bound to 127.0.0.1, joined": 0, "bound to 0.0.0.0, joined": 1, "bound to the group, joined": 1 },
    control: { changes: "all of them are bound to 0.0.0.0" },
    run({ sys, either }) {
      const fds = [lo, "0.0.0.0", group].map((host) => {
        const fd = receiver(sys, either(host, "0.0.0.0"), 5000, { reuseAddr: true });
        must(sys.joinOnLoopback(fd, group), "IP_ADD_MEMBERSHIP");
        return fd;
      });
      const sender = sys.socket({ udp: true });
      sys.joinOnLoopback(sender, group);
      sys.sendto(sender, "x", group, 5000);
      const [unicast = -1, wildcard = -1, multicast = -1] = fds.map((fd) => waiting(sys, fd));
      return {
        "bound to 127.0.0.1, joined": unicast,
        "bound to 0.0.0.0, joined": wildcard,
        "bound to the group, joined": multicast,
      };
    },
  },
];
