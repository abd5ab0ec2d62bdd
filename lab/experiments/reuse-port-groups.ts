import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import type { Syscalls } from "../syscalls.ts";
import { dial, listener } from "../tcp.ts";
import { countUntilQuiet, countUntilQuietThere, pause } from "../pause.ts";
import { atLeast } from "../versions.ts";
import { tcpTable } from "../proc.ts";

const lo = "127.0.0.1";
const share = { reusePort: true };

/** Accepts what is queued, without waiting; how many there were. */
function drain(sys: Syscalls, server: number): number {
  return countUntilQuiet(() => typeof sys.accept(server) === "number");
}

/** A listener that does not wait in accept(), for counting what is queued. */
function counter(sys: Syscalls, host: string, port: number, backlog = 511): number {
  return listener(sys, host, port, { ...share, forNode: true, backlog });
}

/** Opens connections, closes one of two listeners, and counts what became of the connections. */
function closeOne({ sys }: Lab, count: number) {
  const [first, second] = [counter(sys, lo, 4000), counter(sys, lo, 4000)];
  const clients = Array.from({ length: count }, () => dial(sys, null, { host: lo, port: 4000 }).fd);
  pause(200);
  sys.close(first);
  pause(200);
  const reset = clients.filter((fd) => sys.recv(fd, 1, false) === "ECONNRESET").length;
  return { connected: clients.filter((fd) => fd >= 0).length, reset, survivor: drain(sys, second) };
}

export const experiments: readonly Experiment[] = [
  {
    fact: "specific-listener-takes-all",
    expect: { "0.0.0.0 got": 0, "127.0.0.1 got": 100, "127.0.0.2 reached 0.0.0.0": 5 },
    control: { changes: "both listen on 127.0.0.1" },
    run({ sys, either }) {
      const [wildcard, specific] = [counter(sys, either("0.0.0.0", lo), 4000), counter(sys, lo, 4000)];
      for (let i = 0; i < 100; i++) dial(sys, null, { host: lo, port: 4000 });
      const got = { wildcard: drain(sys, wildcard), specific: drain(sys, specific) };
      for (let i = 0; i < 5; i++) dial(sys, null, { host: "127.0.0.2", port: 4000 });
      return {
        "0.0.0.0 got": got.wildcard,
        "127.0.0.1 got": got.specific,
        "127.0.0.2 reached 0.0.0.0": drain(sys, wildcard),
      };
    },
  },
  {
    fact: "reuse-port-hash-spreads",
    // Shares are chance, with a deviation of 7; beyond 60 and 140 they are six of these off.
    expect: { "the first got, of 200": { between: [60, 140] }, together: 200, "the same 4-tuple reached": 1 },
    control: { changes: "the second listens on another port" },
    run({ sys, either }) {
      const servers = [counter(sys, lo, 4000), counter(sys, lo, either(4000, 4001))];
      for (let i = 0; i < 200; i++) dial(sys, null, { host: lo, port: 4000 });
      const [first = 0, second = 0] = servers.map((server) => drain(sys, server));
      const reached = new Set<number>();
      for (let i = 0; i < 6; i++) {
        const { fd } = dial(sys, { host: lo, port: 5000 }, { host: lo, port: 4000 });
        pause(5);
        sys.linger(fd, 0);
        sys.close(fd);
        servers.forEach((server, index) => {
          if (typeof sys.accept(server) === "number") reached.add(index);
        });
      }
      return {
        "the first got, of 200": first,
        together: first + second,
        "the same 4-tuple reached": reached.size,
      };
    },
  },
  {
    fact: "stalled-listener-keeps-share",
    expect: {
      "some clients hang in SYN_SENT": true,
      "the idle sibling served the others": true,
      "every client is one or the other": 100,
    },
    control: { changes: "its accept queue is long enough" },
    async run({ sys, until, either }) {
      const stalled = counter(sys, lo, 4000, either(1, 511));
      const sibling = counter(sys, lo, 4000);
      const clients = Array.from({ length: 100 }, () => sys.socket({ forNode: true }));
      clients.forEach((fd) => sys.connect(fd, lo, 4000));
      let served = 0;
      let states: string[] = [];
      await until(() => {
        served += drain(sys, sibling);
        states = tcpTable()
          .filter((each) => each.remotePort === 4000)
          .map((each) => each.state);
        return states.length === 100;
      });
      const hanging = states.filter((each) => each === "SYN_SENT").length;
      const open = states.filter((each) => each === "ESTABLISHED").length;
      sys.close(stalled);
      return {
        "some clients hang in SYN_SENT": hanging > 0,
        "the idle sibling served the others": served > 0 && served <= open,
        "every client is one or the other": hanging + open,
      };
    },
  },
  {
    fact: "closing-listener-resets-queue",
    expect: {
      connected: 200,
      "some were reset": true,
      "reset and served by the survivor, together": 200,
      "the survivor served some": true,
    },
    control: {
      sysctls: { "net.ipv4.tcp_migrate_req": 1 },
      notOn: ({ kernel }) => (atLeast(kernel, 5, 14) ? null : "needs Linux 5.14, which has the mechanism"),
    },
    run(lab) {
      if (lab.sysctl("net.ipv4.tcp_migrate_req") !== null) lab.setSysctl("net.ipv4.tcp_migrate_req", 0);
      const { connected, reset, survivor } = closeOne(lab, 200);
      return {
        connected,
        "some were reset": reset > 0,
        "reset and served by the survivor, together": reset + survivor,
        "the survivor served some": survivor > 0,
      };
    },
  },
  {
    fact: "migrate-req-moves-queue",
    expect: ({ kernel }) =>
      atLeast(kernel, 5, 14)
        ? { "by default": "0", connected: 200, "some were reset": false, "the survivor served all": true }
        : {
            ...{ "by default": { oneOf: ["0", null] }, connected: 200 },
            ...{ "some were reset": true, "the survivor served all": false },
          },
    control: {
      sysctls: { "net.ipv4.tcp_migrate_req": 0 },
      notOn: ({ kernel }) => (atLeast(kernel, 5, 14) ? null : "needs Linux 5.14, which has the mechanism"),
    },
    run(lab) {
      const usual = lab.usual("net.ipv4.tcp_migrate_req");
      if (usual !== null) lab.setSysctl("net.ipv4.tcp_migrate_req", 1);
      const { connected, reset, survivor } = closeOne(lab, 200);
      return {
        "by default": usual,
        connected,
        "some were reset": reset > 0,
        "the survivor served all": survivor === 200,
      };
    },
  },
  {
    fact: "second-copy-splits-silently",
    expect: {
      "the second copy listens": "OK",
      "the first served some": true,
      "the second served some": true,
      together: 200,
    },
    control: { without: ["SO_REUSEPORT"] },
    async run({ sys, peer }) {
      const [one, two] = [await peer(), await peer()];
      const start = async (copy: typeof one) => {
        const fd = await copy.socket({ ...share, forNode: true });
        const bound = await copy.bind(fd, lo, 4000);
        return { fd, outcome: bound === "OK" ? await copy.listen(fd) : bound };
      };
      const first = await start(one);
      const second = await start(two);
      for (let i = 0; i < 200; i++) dial(sys, null, { host: lo, port: 4000 });
      const served = (copy: typeof one, fd: number) =>
        countUntilQuietThere(async () => typeof (await copy.accept(fd)) === "number");
      const [a, b] = [await served(one, first.fd), await served(two, second.fd)];
      return {
        "the second copy listens": second.outcome,
        "the first served some": a > 0,
        "the second served some": b > 0,
        together: a + b,
      };
    },
  },
  {
    fact: "reuseport-groups-per-family",
    needs: ["IPv6"],
    expect: {
      "IPv4 connections to ::": 0,
      "IPv4 connections to 0.0.0.0": 50,
      "UDP: to 0.0.0.0, bound first": 5,
      "UDP: to ::, bound last": 0,
    },
    control: { changes: "there is no socket on 0.0.0.0" },
    run({ sys, either }) {
      const [v4, v6] = [counter(sys, "0.0.0.0", either(4000, 4001)), counter(sys, "::", 4000)];
      for (let i = 0; i < 50; i++) dial(sys, null, { host: lo, port: 4000 });
      const datagrams = (host: string, port: number) => {
        const fd = sys.socket({ udp: true, reuseAddr: true, v6: host.includes(":") });
        sys.bind(fd, host, port);
        return fd;
      };
      const [udp4, udp6] = [datagrams("0.0.0.0", either(5000, 5001)), datagrams("::", 5000)];
      const sender = sys.socket({ udp: true });
      for (let i = 0; i < 5; i++) sys.sendto(sender, "x", lo, 5000);
      const received = (fd: number) => countUntilQuiet(() => typeof sys.recv(fd, 64, false) === "number");
      return {
        "IPv4 connections to ::": drain(sys, v6),
        "IPv4 connections to 0.0.0.0": drain(sys, v4),
        "UDP: to 0.0.0.0, bound first": received(udp4),
        "UDP: to ::, bound last": received(udp6),
      };
    },
  },
];
