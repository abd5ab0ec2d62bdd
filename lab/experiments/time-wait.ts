import type { Experiment } from "../experiment.ts";
import { leaveTimeWait, listener, pair, tryBind, tryListen } from "../tcp.ts";

const lo = "127.0.0.1";
const reuse = { reuseAddr: true };

export const experiments: readonly Experiment[] = [
  {
    fact: "time-wait-blocks-plain-bind",
    expect: {
      "left behind": ["TIME_WAIT"],
      "same process": "EADDRINUSE",
      "other process": "EADDRINUSE",
      "another port": "OK",
      "another address": "OK",
    },
    control: { changes: "the new socket has SO_REUSEADDR" },
    async run({ sys, states, peer, either }) {
      leaveTimeWait(sys, 4000, reuse);
      const other = await peer();
      const plain = either({}, reuse);
      const fd = await other.socket(plain);
      return {
        "left behind": states(4000),
        "same process": tryBind(sys, lo, 4000, plain),
        "other process": await other.bind(fd, lo, 4000),
        "another port": tryBind(sys, lo, 4001),
        "another address": tryBind(sys, "127.0.0.2", 4000),
      };
    },
  },
  {
    fact: "reuse-addr-works-across-processes",
    expect: {
      "left behind": ["TIME_WAIT"],
      "same process": "OK",
      "other process, bind": "OK",
      "other process, listen": "OK",
    },
    control: { without: ["SO_REUSEADDR"] },
    async run({ sys, states, peer }) {
      leaveTimeWait(sys, 4000, reuse);
      const other = await peer();
      const fd = await other.socket(reuse);
      return {
        "left behind": states(4000),
        "same process": tryListen(sys, lo, 4000, reuse),
        "other process, bind": await other.bind(fd, lo, 4000),
        "other process, listen": await other.listen(fd),
      };
    },
  },
  {
    fact: "wildcard-restart-over-time-wait",
    needs: ["IPv6"],
    expect: {
      "0.0.0.0 again": "OK",
      ":: again": "OK",
      "0.0.0.0 again, the old one without": "bind EADDRINUSE",
      "0.0.0.0 over an IPv4 client of ::": "bind EADDRINUSE",
      ":: with V6ONLY over an IPv4 client of ::": "OK",
    },
    control: { without: ["SO_REUSEADDR"] },
    run({ sys }) {
      leaveTimeWait(sys, 4000, { host: "0.0.0.0", ...reuse });
      leaveTimeWait(sys, 4001, { host: "::", connectTo: "::1", ...reuse });
      leaveTimeWait(sys, 4002, { host: "0.0.0.0" });
      leaveTimeWait(sys, 4003, { host: "::" });
      return {
        "0.0.0.0 again": tryListen(sys, "0.0.0.0", 4000, reuse),
        ":: again": tryListen(sys, "::", 4001, reuse),
        "0.0.0.0 again, the old one without": tryListen(sys, "0.0.0.0", 4002, reuse),
        "0.0.0.0 over an IPv4 client of ::": tryListen(sys, "0.0.0.0", 4003),
        ":: with V6ONLY over an IPv4 client of ::": tryListen(sys, "::", 4003, { v6only: true }),
      };
    },
  },
  {
    fact: "old-socket-needs-reuse-addr",
    expect: {
      "old without, new with": "EADDRINUSE",
      "old with, new with": "OK",
      "old with, new without": "EADDRINUSE",
      "old without, new without": "EADDRINUSE",
    },
    control: { without: ["SO_REUSEADDR"] },
    run({ sys }) {
      leaveTimeWait(sys, 4000);
      leaveTimeWait(sys, 4001, reuse);
      return {
        "old without, new with": tryBind(sys, lo, 4000, reuse),
        "old with, new with": tryBind(sys, lo, 4001, reuse),
        "old with, new without": tryBind(sys, lo, 4001),
        "old without, new without": tryBind(sys, lo, 4000),
      };
    },
  },
  {
    fact: "accepted-socket-flag-counts",
    expect: { inherited: 1, "cleared on the accepted socket": "EADDRINUSE", "set on the accepted socket": "OK" },
    control: { changes: "the accepted sockets keep what they have" },
    run({ sys, either }) {
      let inherited: number | string = -1;
      leaveTimeWait(sys, 4000, {
        ...reuse,
        onAccepted(fd) {
          inherited = sys.get(fd, "SO_REUSEADDR");
          if (either(true, false)) sys.set(fd, "SO_REUSEADDR", 0);
        },
      });
      leaveTimeWait(sys, 4001, { onAccepted: (fd) => sys.set(fd, "SO_REUSEADDR", either(1, 0)) });
      return {
        inherited,
        "cleared on the accepted socket": tryBind(sys, lo, 4000, reuse),
        "set on the accepted socket": tryBind(sys, lo, 4001, reuse),
      };
    },
  },
  {
    fact: "reuse-port-restart",
    expect: {
      "over TIME_WAIT, both with": "OK",
      "over TIME_WAIT, only the new one": "EADDRINUSE",
      "over orphaned FIN_WAIT2, both with": "OK",
      "over ESTABLISHED of the same user, both with": "OK",
    },
    control: { without: ["SO_REUSEPORT"] },
    run({ sys, states }) {
      const share = { reusePort: true };
      leaveTimeWait(sys, 4000, share);
      leaveTimeWait(sys, 4001);
      const halfClosed = listener(sys, lo, 4002, share);
      sys.close(pair(sys, halfClosed, 4002).accepted);
      sys.close(halfClosed);
      states(4002);
      const open = listener(sys, lo, 4003, share);
      pair(sys, open, 4003);
      sys.close(open);
      return {
        "over TIME_WAIT, both with": tryBind(sys, lo, 4000, share),
        "over TIME_WAIT, only the new one": tryBind(sys, lo, 4001, share),
        "over orphaned FIN_WAIT2, both with": tryBind(sys, lo, 4002, share),
        "over ESTABLISHED of the same user, both with": tryBind(sys, lo, 4003, share),
      };
    },
  },
  {
    fact: "reuse-addr-after-bind-helps-next-restart",
    expect: { "set between listen() and accept(): the next bind": "OK", "not set: the next bind": "EADDRINUSE" },
    control: { changes: "it is set after accept()" },
    run({ sys, either }) {
      const leave = (port: number, set: boolean) => {
        const server = listener(sys, lo, port);
        if (set && either(true, false)) sys.set(server, "SO_REUSEADDR", 1);
        const { client, accepted } = pair(sys, server, port);
        if (set) sys.set(server, "SO_REUSEADDR", 1);
        sys.close(accepted);
        sys.close(client);
        sys.close(server);
      };
      leave(4000, true);
      leave(4001, false);
      return {
        "set between listen() and accept(): the next bind": tryBind(sys, lo, 4000, reuse),
        "not set: the next bind": tryBind(sys, lo, 4001, reuse),
      };
    },
  },
];
