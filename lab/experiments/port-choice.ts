import type { Experiment } from "../experiment.ts";
import type { SocketOptions } from "../syscalls.ts";
import { dial, exhaust, listener, tryBind } from "../tcp.ts";
import { atLeast } from "../versions.ts";

const lo = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "local-port-range-option",
    expect: ({ kernel }) =>
      atLeast(kernel, 6, 1, 31)
        ? {
            "setsockopt()": "OK",
            "connections in a range of four": 4,
            then: "connect EADDRNOTAVAIL",
            "all inside the range": true,
            "a plain connect() in the range": true,
            "bind() to port 0 in the range": true,
            "UDP in the range": true,
            "a lower bound outside the sysctl range": "ignored",
            "both bounds outside the sysctl range": "ignored",
          }
        : { "setsockopt()": "ENOPROTOOPT" },
    control: {
      without: ["IP_LOCAL_PORT_RANGE"],
      notOn: ({ kernel }) => (atLeast(kernel, 6, 1, 31) ? null : "needs a kernel that has the option"),
    },
    run({ sys, range }) {
      range(40000, 40099);
      listener(sys, lo, 4000);
      const within = (first: number, last: number, options: SocketOptions = {}) => {
        const fd = sys.socket(options);
        const set = sys.set(fd, "IP_LOCAL_PORT_RANGE", ((last << 16) | first) >>> 0);
        return { fd, set };
      };
      const { set } = within(40010, 40013, { noPort: true });
      if (set !== "OK") return { "setsockopt()": set };
      const ports: number[] = [];
      let failure = "none";
      while (failure === "none" && ports.length < 50) {
        const { fd } = within(40010, 40013, { noPort: true });
        sys.bind(fd, lo, 0);
        const outcome = sys.connect(fd, lo, 4000);
        if (outcome === "OK") ports.push(sys.port(fd));
        else failure = `connect ${outcome}`;
      }
      const plain = within(40040, 40043).fd;
      sys.connect(plain, lo, 4000);
      const bound = (first: number, last: number, options: SocketOptions = {}) => {
        const { fd } = within(first, last, options);
        sys.bind(fd, lo, 0);
        return sys.port(fd);
      };
      const inside = (port: number, first: number, last: number) => port >= first && port <= last;
      // Three sockets with the bounds (39000, 40004): the lower one has no effect, the upper one has.
      const half = Array.from({ length: 3 }, () => bound(39000, 40004));
      const outside = bound(50000, 50009);
      return {
        "setsockopt()": set,
        "connections in a range of four": ports.length,
        then: failure,
        "all inside the range": ports.every((port) => inside(port, 40010, 40013)),
        "a plain connect() in the range": inside(sys.port(plain), 40040, 40043),
        "bind() to port 0 in the range": inside(bound(40020, 40023), 40020, 40023),
        "UDP in the range": inside(bound(40030, 40033, { udp: true }), 40030, 40033),
        "a lower bound outside the sysctl range": half.every((port) => inside(port, 40000, 40004))
          ? "ignored"
          : `ports ${half.join(", ")}`,
        "both bounds outside the sysctl range": inside(outside, 40000, 40099) ? "ignored" : `port ${outside}`,
      };
    },
  },
  {
    fact: "port-parity",
    expect: {
      "range from 40000: connect() took": "even",
      "range from 40000: bind() took": "odd",
      "range from 40001: connect() took": "odd",
      "range from 40001: bind() took": "even",
    },
    control: { changes: "the range begins with the other parity" },
    run({ sys, range, either }) {
      listener(sys, lo, 4000);
      const parity = (ports: number[]) =>
        ports.every((port) => port % 2 === 0) ? "even" : ports.every((port) => port % 2 === 1) ? "odd" : "mixed";
      const take = (first: number) => {
        range(first, first + 999);
        const connected = Array.from({ length: 50 }, () => dial(sys, null, { host: lo, port: 4000 }).fd);
        const bound = Array.from({ length: 50 }, () => {
          const fd = sys.socket();
          sys.bind(fd, lo, 0);
          return fd;
        });
        const ports = {
          connect: parity(connected.map((fd) => sys.port(fd))),
          bind: parity(bound.map((fd) => sys.port(fd))),
        };
        [...connected, ...bound].forEach((fd) => (sys.linger(fd, 0), sys.close(fd)));
        return ports;
      };
      const even = take(either(40000, 40001));
      const odd = take(40001);
      return {
        "range from 40000: connect() took": even.connect,
        "range from 40000: bind() took": even.bind,
        "range from 40001: connect() took": odd.connect,
        "range from 40001: bind() took": odd.bind,
      };
    },
  },
  {
    fact: "reserved-ports",
    expect: {
      "connections with 2 of 10 reserved": 8,
      "reserved ports used": 0,
      "explicit bind of one": "OK",
      "without reservation": 10,
    },
    control: { sysctls: { "net.ipv4.ip_local_reserved_ports": 50000 } },
    run({ sys, range, setSysctl }) {
      range(40000, 40009);
      listener(sys, lo, 4000);
      const spend = () => {
        const { fds } = exhaust(sys, null, [{ host: lo, port: 4000 }]);
        const ports = fds.map((fd) => sys.port(fd));
        fds.forEach((fd) => (sys.linger(fd, 0), sys.close(fd)));
        return ports;
      };
      const free = spend();
      setSysctl("net.ipv4.ip_local_reserved_ports", "40003,40006");
      const kept = spend();
      return {
        "connections with 2 of 10 reserved": kept.length,
        "reserved ports used": kept.filter((port) => port === 40003 || port === 40006).length,
        "explicit bind of one": sys.bind(sys.socket(), lo, 40003),
        "without reservation": free.length,
      };
    },
  },
  {
    fact: "bound-port-unusable-for-connect",
    expect: {
      "connections with IP_BIND_ADDRESS_NO_PORT beside five bound ports of ten": 5,
      "connections without bind() beside five bound ports of ten": 5,
      then: "connect EADDRNOTAVAIL",
      "beside ten connections from 127.0.0.1: bind(127.0.0.1, 0)": "EADDRINUSE",
      "beside ten connections from 127.0.0.1: bind(0.0.0.0, 0)": "EADDRINUSE",
      "beside ten connections from 127.0.0.1: bind(127.0.0.2, 0)": "OK",
    },
    control: { changes: "the five sockets are not bound" },
    run({ sys, range, either }) {
      range(40000, 40009);
      listener(sys, lo, 4000);
      const bound = Array.from({ length: 5 }, () => {
        const fd = sys.socket({ reuseAddr: true, reusePort: true });
        if (either(true, false)) sys.bind(fd, "127.0.0.2", 0);
        return fd;
      });
      const to = [{ host: lo, port: 4000 }];
      const release = (fds: readonly number[]) => fds.forEach((fd) => (sys.linger(fd, 0), sys.close(fd)));
      const delayed = exhaust(sys, { host: lo }, to, { noPort: true });
      release(delayed.fds);
      const plain = exhaust(sys, null, to);
      release([...plain.fds, ...bound]);
      range(41000, 41009);
      exhaust(sys, null, to);
      const bind = (host: string) => tryBind(sys, host, 0, { reuseAddr: true });
      return {
        "connections with IP_BIND_ADDRESS_NO_PORT beside five bound ports of ten": delayed.fds.length,
        "connections without bind() beside five bound ports of ten": plain.fds.length,
        then: plain.failure,
        "beside ten connections from 127.0.0.1: bind(127.0.0.1, 0)": bind(lo),
        "beside ten connections from 127.0.0.1: bind(0.0.0.0, 0)": bind("0.0.0.0"),
        "beside ten connections from 127.0.0.1: bind(127.0.0.2, 0)": bind("127.0.0.2"),
      };
    },
  },
  {
    fact: "port-release-after-bound-close",
    expect: ({ kernel }) => ({
      "while the bound socket is open": 3,
      // 6.17.8 had the change in review; no such kernel was at hand.
      "after it has closed": atLeast(kernel, 6, 18) ? 4 : atLeast(kernel, 6, 17, 8) ? { oneOf: [3, 4] } : 3,
    }),
    control: { changes: "the socket is not bound" },
    run({ sys, range, either }) {
      range(40000, 40003);
      listener(sys, lo, 4000);
      listener(sys, lo, 4001);
      const away = { host: "127.0.0.2" };
      // A connection that connect() put on each port; then one socket binds one of those ports explicitly.
      const first = exhaust(sys, null, [{ host: lo, port: 4000 }]);
      const bound = sys.socket({ reuseAddr: true });
      if (either(true, false)) sys.bind(bound, away.host, sys.port(first.fds[0] as number));
      const during = exhaust(sys, null, [{ host: lo, port: 4001 }]);
      during.fds.forEach((fd) => (sys.linger(fd, 0), sys.close(fd)));
      sys.close(bound);
      return {
        "while the bound socket is open": during.fds.length,
        "after it has closed": exhaust(sys, null, [{ host: lo, port: 4001 }]).fds.length,
      };
    },
  },
];
