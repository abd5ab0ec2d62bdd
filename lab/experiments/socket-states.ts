import { getSystemErrorName } from "node:util";
import { constants } from "node:os";
import type { Experiment } from "../experiment.ts";
import { listener, pair } from "../tcp.ts";

const lo = "127.0.0.1";

/** What a socket answers in a state, or with an address, in which it cannot do what it is asked to. */
export const experiments: readonly Experiment[] = [
  {
    fact: "closed-port-refuses",
    needs: ["IPv6"],
    expect: {
      "nobody has the port": "ECONNREFUSED",
      "a socket is bound to it": "ECONNREFUSED",
      "a listener on 127.0.0.1, from 127.0.0.2": "ECONNREFUSED",
      "a listener on ::1, from 127.0.0.1": "ECONNREFUSED",
      "UDP: connect, send, recv": ["OK", 1, "ECONNREFUSED"],
    },
    control: { changes: "somebody listens on all addresses" },
    run({ sys, either }) {
      const dial = (host: string, port: number) => sys.connect(sys.socket(), host, port);
      const everywhere = (port: number) => either(null, 0) === null || listener(sys, "0.0.0.0", port);
      everywhere(4000);
      const nobody = dial(lo, 4000);
      sys.bind(sys.socket(), lo, 4001);
      const bound = dial(lo, 4001);
      listener(sys, either(lo, "0.0.0.0"), 4002);
      listener(sys, either("::1", "::"), 4003);
      if (either(false, true)) sys.bind(sys.socket({ udp: true }), lo, 4004);
      const udp = sys.socket({ udp: true });
      return {
        "nobody has the port": nobody,
        "a socket is bound to it": bound,
        "a listener on 127.0.0.1, from 127.0.0.2": dial("127.0.0.2", 4002),
        "a listener on ::1, from 127.0.0.1": dial(lo, 4003),
        "UDP: connect, send, recv": [sys.connect(udp, lo, 4004), sys.send(udp, "x"), sys.recv(udp)],
      };
    },
  },
  {
    fact: "bind-once",
    expect: {
      "bind() after bind()": "EINVAL",
      "bind() after connect()": "EINVAL",
      "listen() after connect()": "EINVAL",
      "bind() of another socket": "OK",
    },
    control: { changes: "every call gets a socket of its own" },
    run({ sys, either }) {
      const on = (fd: number) => either(fd, sys.socket());
      const bound = sys.socket();
      sys.bind(bound, lo, 4000);
      const again = sys.bind(on(bound), lo, 4001);
      const { client } = pair(sys, listener(sys, lo, 4002), 4002);
      return {
        "bind() after bind()": again,
        "bind() after connect()": sys.bind(on(client), lo, 4003),
        "listen() after connect()": sys.listen(on(client)),
        "bind() of another socket": sys.bind(sys.socket(), lo, 4004),
      };
    },
  },
  {
    fact: "connect-once",
    expect: {
      "connected already": "EISCONN",
      "a listener": "EISCONN",
      "non-blocking: first, again": ["EINPROGRESS", "EALREADY"],
      "not connected: getpeername, recv, shutdown": ["ENOTCONN", "ENOTCONN", "ENOTCONN"],
    },
    control: { changes: "every call gets a socket of its own, and the last three one that is connected" },
    run({ sys, either }) {
      const on = (fd: number) => either(fd, sys.socket());
      const server = listener(sys, lo, 4000);
      const { client } = pair(sys, server, 4000);
      const connected = sys.connect(on(client), lo, 4000);
      const listening = sys.connect(on(server), lo, 4000);
      // A queue of one that is full: the next SYN is not answered.
      listener(sys, lo, 4001, { backlog: 0 });
      sys.connect(sys.socket({ forNode: true }), lo, 4001);
      const waiting = sys.socket({ forNode: true });
      const first = sys.connect(waiting, lo, either(4001, 4000));
      const again = sys.connect(waiting, lo, either(4001, 4000));
      const alone = either(sys.socket(), client);
      const peer = sys.peername(alone);
      return {
        "connected already": connected,
        "a listener": listening,
        "non-blocking: first, again": [first, again],
        "not connected: getpeername, recv, shutdown": [
          typeof peer === "string" ? peer : "OK",
          sys.recv(alone, 1, false),
          sys.shutdown(alone, "SHUT_WR"),
        ],
      };
    },
  },
  {
    fact: "socket-family-mismatch",
    needs: ["IPv6"],
    expect: {
      "IPv4 socket: bind ::1": "EAFNOSUPPORT",
      "IPv4 socket: connect ::1": "EAFNOSUPPORT",
      "IPv6 socket: bind 127.0.0.1": "EINVAL",
      "IPv6 socket: connect 127.0.0.1": "EINVAL",
      "IPv6 socket: bind ::ffff:127.0.0.1": "OK",
    },
    control: { changes: "a socket of the family of the address" },
    run({ sys, either }) {
      listener(sys, "::", 4000);
      const four = () => sys.socket({ v6: either(false, true) });
      const six = () => sys.socket({ v6: either(true, false) });
      return {
        "IPv4 socket: bind ::1": sys.bind(four(), "::1", 4001),
        "IPv4 socket: connect ::1": sys.connect(four(), "::1", 4000),
        "IPv6 socket: bind 127.0.0.1": sys.bind(six(), lo, 4002),
        "IPv6 socket: connect 127.0.0.1": sys.connect(six(), lo, 4000),
        "IPv6 socket: bind ::ffff:127.0.0.1": sys.bind(sys.socket({ v6: true }), "::ffff:127.0.0.1", 4003),
      };
    },
  },
  {
    fact: "listen-needs-stream",
    expect: { "listen() of a UDP socket": "EOPNOTSUPP", "its number in Node.js": "ENOTSUP" },
    control: { changes: "a TCP socket" },
    run({ sys, either }) {
      const fd = sys.socket({ udp: either(true, false) });
      sys.bind(fd, lo, 4000);
      return {
        "listen() of a UDP socket": sys.listen(fd),
        "its number in Node.js": getSystemErrorName(-constants.errno.EOPNOTSUPP),
      };
    },
  },
  {
    fact: "disabled-ipv6-has-no-addresses",
    needs: ["IPv6"],
    expect: { "bind ::1": "EADDRNOTAVAIL", "connect ::1": "EADDRNOTAVAIL", "bind ::": "OK" },
    control: { sysctls: { "net.ipv6.conf.all.disable_ipv6": 0 } },
    run({ sys, setSysctl }) {
      setSysctl("net.ipv6.conf.all.disable_ipv6", 1);
      const six = () => sys.socket({ v6: true });
      return {
        "bind ::1": sys.bind(six(), "::1", 4000),
        "connect ::1": sys.connect(six(), "::1", 4001),
        "bind ::": sys.bind(six(), "::", 4002),
      };
    },
  },
];
