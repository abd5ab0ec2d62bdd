import type { Experiment } from "../experiment.ts";
import { dial, exhaust, listener } from "../tcp.ts";
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
            "bind() to port 0 in the range": true,
            "UDP in the range": true,
            "outside the sysctl range": "ignored",
          }
        : { "setsockopt()": "ENOPROTOOPT" },
    run({ sys, range }) {
      range(40000, 40099);
      const narrow = (first: number, last: number) => ((last << 16) | first) >>> 0;
      const probe = sys.socket({ noPort: true });
      const set = sys.set(probe, "IP_LOCAL_PORT_RANGE", narrow(40010, 40013));
      if (set !== "OK") return { "setsockopt()": set };
      listener(sys, lo, 4000);
      const ports: number[] = [];
      let failure = "none";
      while (failure === "none" && ports.length < 50) {
        const fd = sys.socket({ noPort: true });
        sys.set(fd, "IP_LOCAL_PORT_RANGE", narrow(40010, 40013));
        sys.bind(fd, lo, 0);
        const outcome = sys.connect(fd, lo, 4000);
        if (outcome === "OK") ports.push(sys.port(fd));
        else failure = `connect ${outcome}`;
      }
      const bound = sys.socket();
      sys.set(bound, "IP_LOCAL_PORT_RANGE", narrow(40020, 40023));
      sys.bind(bound, lo, 0);
      const datagrams = sys.socket({ udp: true });
      sys.set(datagrams, "IP_LOCAL_PORT_RANGE", narrow(40030, 40033));
      sys.bind(datagrams, lo, 0);
      const outside = sys.socket();
      sys.set(outside, "IP_LOCAL_PORT_RANGE", narrow(50000, 50009));
      sys.bind(outside, lo, 0);
      const got = sys.port(outside);
      return {
        "setsockopt()": set,
        "connections in a range of four": ports.length,
        then: failure,
        "all inside the range": ports.every((port) => port >= 40010 && port <= 40013),
        "bind() to port 0 in the range": sys.port(bound) >= 40020 && sys.port(bound) <= 40023,
        "UDP in the range": sys.port(datagrams) >= 40030 && sys.port(datagrams) <= 40033,
        "outside the sysctl range": got >= 40000 && got <= 40099 ? "ignored" : `port ${got}`,
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
    run({ sys, range }) {
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
      const even = take(40000);
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
      "connections beside five bound ports of ten": 5,
      then: "connect EADDRNOTAVAIL",
      "bind() to port 0 beside ten connections": "EADDRINUSE",
    },
    run({ sys, range }) {
      range(40000, 40009);
      listener(sys, lo, 4000);
      const bound = Array.from({ length: 5 }, () => {
        const fd = sys.socket({ reuseAddr: true, reusePort: true });
        sys.bind(fd, "127.0.0.2", 0);
        return fd;
      });
      const to = [{ host: lo, port: 4000 }];
      const beside = exhaust(sys, { host: lo }, to, { noPort: true });
      bound.forEach((fd) => sys.close(fd));
      beside.fds.forEach((fd) => (sys.linger(fd, 0), sys.close(fd)));
      range(41000, 41009);
      exhaust(sys, null, to);
      return {
        "connections beside five bound ports of ten": beside.fds.length,
        then: beside.failure,
        "bind() to port 0 beside ten connections": sys.bind(sys.socket({ reuseAddr: true }), lo, 0),
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
    run({ sys, range }) {
      range(40000, 40003);
      listener(sys, lo, 4000);
      listener(sys, lo, 4001);
      const away = { host: "127.0.0.2" };
      // A connection that connect() put on each port; then one socket binds one of those ports explicitly.
      const first = exhaust(sys, null, [{ host: lo, port: 4000 }]);
      const bound = sys.socket({ reuseAddr: true });
      sys.bind(bound, away.host, sys.port(first.fds[0] as number));
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
