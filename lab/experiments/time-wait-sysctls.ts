import type { Experiment } from "../experiment.ts";
import { dial, leaveTimeWait, listener, must, pair, tryBind } from "../tcp.ts";
import { tcpTable } from "../proc.ts";
import type { Lab } from "../lab.ts";
import type { Syscalls } from "../syscalls.ts";
import { monotonic, pause, pauseUntilWithinSecond } from "../pause.ts";
import { descriptor } from "../tcp.ts";
import { atLeast } from "../versions.ts";

const lo = "127.0.0.1";

const dialPlain = (sys: Syscalls, host: string, port: number) => dial(sys, null, { host, port });

/** Connects a socket that is bound to the device lo, which has the number 1 in every namespace. */
function dialOnLo(sys: Syscalls, host: string, port = 4000): { fd: number; outcome: string } {
  const fd = sys.socket();
  must(sys.set(fd, "SO_BINDTOIFINDEX", 1), "SO_BINDTOIFINDEX");
  return { fd, outcome: sys.connect(fd, host, port) };
}

/** Uses every port of a narrow range towards one destination; the clients close first, so they are in TIME_WAIT. */
function spend({ sys }: Lab, server: number, port: number, host = lo, connect = dialPlain): void {
  for (;;) {
    const { fd, outcome } = connect(sys, host, port);
    if (outcome !== "OK") return;
    const accepted = descriptor(sys.accept(server));
    sys.close(fd);
    sys.close(accepted);
  }
}

/** Tries once to connect to the server, with that value of tcp_tw_reuse. A connection stays open, and out of the accept queue. */
function connectOnce({ sys, setSysctl }: Lab, server: number, reuse: number, host = lo): string {
  setSysctl("net.ipv4.tcp_tw_reuse", reuse);
  const { outcome } = dial(sys, null, { host, port: 4000 });
  if (outcome === "OK") sys.accept(server);
  return outcome;
}

/**
 * Leaves a range of two ports in TIME_WAIT within one second of the kernel's clock, then tries to connect with tcp_tw_reuse 2.
 * Where the machine was too slow for that it begins again with other ports, at most twenty times.
 * @param begin milliseconds from the begin of that second to the first of it
 * @param wait milliseconds before the try: 0 for one in the same second, else for one less than 1 s after the begin
 * @returns what came of the try
 */
function tryOverFreshTimeWait(lab: Lab, server: number, firstPort: number, begin: number, wait: number): string {
  for (let turn = 0; turn < 20; turn++) {
    lab.range(firstPort + 2 * turn, firstPort + 2 * turn + 1);
    lab.setSysctl("net.ipv4.tcp_tw_reuse", 0);
    pauseUntilWithinSecond(begin);
    const start = monotonic();
    const sameSecond = () => Math.floor(start / 1000) === Math.floor(monotonic() / 1000);
    spend(lab, server, 4000);
    const spent = sameSecond();
    pause(wait);
    const outcome = connectOnce(lab, server, 2);
    if (spent && (wait === 0 ? sameSecond() : monotonic() - start < 1000)) return outcome;
  }
  throw new Error("this machine never closed two connections and opened another within a second");
}

export const experiments: readonly Experiment[] = [
  {
    fact: "tw-buckets-cap",
    expect: { "of ten, in TIME_WAIT": 3, "without the cap": 10 },
    control: { sysctls: { "net.ipv4.tcp_max_tw_buckets": 4096 } },
    run({ sys, setSysctl, states }) {
      const closeTen = (port: number) => {
        const server = listener(sys, lo, port);
        for (let i = 0; i < 10; i++) {
          const { client, accepted } = pair(sys, server, port);
          sys.close(accepted);
          sys.close(client);
        }
        return states(port).length;
      };
      const free = closeTen(4000);
      setSysctl("net.ipv4.tcp_max_tw_buckets", 13);
      return { "of ten, in TIME_WAIT": closeTen(4001), "without the cap": free };
    },
  },
  {
    fact: "tw-reuse-never-helps-bind",
    expect: {
      "0, without SO_REUSEADDR": "EADDRINUSE",
      "0, with": "OK",
      "1, without SO_REUSEADDR": "EADDRINUSE",
      "1, with": "OK",
      "2, without SO_REUSEADDR": "EADDRINUSE",
      "2, with": "OK",
    },
    control: { without: ["SO_REUSEADDR"] },
    async run({ sys, setSysctl, sleep }) {
      leaveTimeWait(sys, 4000, { reuseAddr: true });
      await sleep(1200);
      const seen: Record<string, string> = {};
      for (const value of [0, 1, 2]) {
        setSysctl("net.ipv4.tcp_tw_reuse", value);
        seen[`${value}, without SO_REUSEADDR`] = tryBind(sys, lo, 4000);
        seen[`${value}, with`] = tryBind(sys, lo, 4000, { reuseAddr: true });
      }
      return seen;
    },
  },
  {
    fact: "tw-reuse-helps-connect",
    expect: ({ kernel }) => ({
      "2, within the same second of the clock": "connect EADDRNOTAVAIL",
      // Before tcp_tw_reuse_delay the clock that counts has a tick a second.
      "2, in the clock's next second and before 1 s": atLeast(kernel, 6, 14) ? "connect EADDRNOTAVAIL" : "OK",
      "0, after 1.3 s": "connect EADDRNOTAVAIL",
      "2, after 1.3 s": "OK",
      "1, after 1.3 s": "OK",
      "1, after 1.3 s, the connection had no timestamps": "connect EADDRNOTAVAIL",
      "2, after 1.3 s, no loopback address": "connect EADDRNOTAVAIL",
      "1, after 1.3 s, no loopback address": "OK",
      "2, after 1.3 s, no loopback address, bound to the device lo": "OK",
    }),
    control: { sysctls: { "net.ipv4.tcp_tw_reuse": 0 } },
    async run(lab) {
      const { sys, setSysctl, range, sleep } = lab;
      // What counts as loopback is the address, not the interface: this one is on lo as well.
      const other = "10.9.8.7";
      must(sys.addAddress("lo:1", other), "SIOCSIFADDR");
      const server = listener(sys, lo, 4000);
      const away = listener(sys, other, 4000);
      setSysctl("net.ipv4.tcp_tw_reuse", 0);
      setSysctl("net.ipv4.tcp_timestamps", 0);
      range(42000, 42001);
      spend(lab, server, 4000);
      setSysctl("net.ipv4.tcp_timestamps", 1);
      range(43000, 43001);
      spend(lab, away, 4000, other);
      range(44000, 44001);
      spend(lab, away, 4000, other, dialOnLo);
      const next = tryOverFreshTimeWait(lab, server, 41000, 600, 430);
      const same = tryOverFreshTimeWait(lab, server, 40000, 20, 0);
      await sleep(1300);
      const [off, loopback, all] = [0, 2, 1].map((reuse) => connectOnce(lab, server, reuse)) as [
        string,
        string,
        string,
      ];
      range(42000, 42001);
      const plain = connectOnce(lab, server, 1);
      range(44000, 44001);
      setSysctl("net.ipv4.tcp_tw_reuse", 2);
      const onLo = dialOnLo(sys, other).outcome;
      range(43000, 43001);
      return {
        "2, within the same second of the clock": same,
        "2, in the clock's next second and before 1 s": next,
        "0, after 1.3 s": off,
        "2, after 1.3 s": loopback,
        "1, after 1.3 s": all,
        "1, after 1.3 s, the connection had no timestamps": plain,
        "2, after 1.3 s, no loopback address": connectOnce(lab, away, 2, other),
        "1, after 1.3 s, no loopback address": connectOnce(lab, away, 1, other),
        "2, after 1.3 s, no loopback address, bound to the device lo": onLo,
      };
    },
  },
  {
    fact: "bound-port-reconnects-over-time-wait",
    expect: {
      "tcp_tw_reuse 0": "OK",
      "tcp_tw_reuse 1": "OK",
      "tcp_tw_reuse 2": "OK",
      "timestamps off": "connect EADDRNOTAVAIL",
      "in TIME_WAIT before": ["TIME_WAIT"],
    },
    control: { sysctls: { "net.ipv4.tcp_timestamps": 0 } },
    run({ sys, setSysctl, states }) {
      const server = listener(sys, lo, 4000);
      const reconnect = (port: number) => {
        const from = { host: lo, port };
        const first = dial(sys, from, { host: lo, port: 4000 }, { reuseAddr: true });
        const accepted = descriptor(sys.accept(server));
        sys.close(first.fd);
        sys.close(accepted);
        const left = states(port);
        return { left, outcome: dial(sys, from, { host: lo, port: 4000 }, { reuseAddr: true }).outcome };
      };
      const seen = [0, 1, 2].map((value) => {
        setSysctl("net.ipv4.tcp_tw_reuse", value);
        return reconnect(5000 + value);
      });
      for (const _ of seen) sys.accept(server);
      setSysctl("net.ipv4.tcp_timestamps", 0);
      const off = reconnect(5005);
      return {
        "tcp_tw_reuse 0": seen[0]?.outcome ?? "",
        "tcp_tw_reuse 1": seen[1]?.outcome ?? "",
        "tcp_tw_reuse 2": seen[2]?.outcome ?? "",
        "timestamps off": off.outcome,
        "in TIME_WAIT before": off.left,
      };
    },
  },
  {
    fact: "time-wait-lasts-sixty-seconds",
    expect: {
      "tcp_fin_timeout 5: seconds on the timer": { between: [55, 60.5] },
      "tcp_fin_timeout 120: seconds on the timer": { between: [55, 60.5] },
      "ticked down with the clock": true,
      "orphaned FIN_WAIT2": ["FIN_WAIT2"],
      "orphaned FIN_WAIT2 with tcp_fin_timeout 3, at most 20 s later": [],
    },
    control: { sysctls: { "net.ipv4.tcp_fin_timeout": 60 } },
    async run({ sys, setSysctl, states, sleep, until, either }) {
      const timer = (port: number) =>
        tcpTable().find((each) => each.localPort === port && each.state === "TIME_WAIT")?.timer ?? 0;
      const fresh = (port: number, finTimeout: number) => {
        setSysctl("net.ipv4.tcp_fin_timeout", finTimeout);
        leaveTimeWait(sys, port);
        return timer(port);
      };
      const start = monotonic();
      const short = fresh(4000, 5);
      const long = fresh(4001, 120);
      setSysctl("net.ipv4.tcp_fin_timeout", 3);
      const server = listener(sys, lo, 4002);
      sys.close(pair(sys, server, 4002).accepted);
      const orphan = states(4002);
      await sleep(1000);
      const ticked = short - timer(4000);
      const passed = (monotonic() - start) / 1000;
      await until(
        () => !tcpTable().some((each) => each.localPort === 4002 && each.state === "FIN_WAIT2"),
        either(20, 5),
      );
      return {
        "tcp_fin_timeout 5: seconds on the timer": short,
        "tcp_fin_timeout 120: seconds on the timer": long,
        "ticked down with the clock": ticked >= 0.9 && ticked <= passed + 0.1,
        "orphaned FIN_WAIT2": orphan,
        "orphaned FIN_WAIT2 with tcp_fin_timeout 3, at most 20 s later": states(4002),
      };
    },
  },
];
