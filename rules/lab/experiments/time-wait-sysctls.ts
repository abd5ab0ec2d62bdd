import type { Experiment } from "../experiment.ts";
import { dial, leaveTimeWait, listener, pair, tryBind } from "../tcp.ts";
import { tcpTable } from "../proc.ts";
import type { Lab } from "../lab.ts";
import { descriptor } from "../tcp.ts";

const lo = "127.0.0.1";

/** Uses every port of a narrow range towards one destination; the clients close first, so they are in TIME_WAIT. */
function spend({ sys }: Lab, server: number, port: number): void {
  for (;;) {
    const { fd, outcome } = dial(sys, null, { host: lo, port });
    if (outcome !== "OK") return;
    const accepted = descriptor(sys.accept(server));
    sys.close(fd);
    sys.close(accepted);
  }
}

export const experiments: readonly Experiment[] = [
  {
    fact: "tw-buckets-cap",
    expect: { "of ten, in TIME_WAIT": 3, "without the cap": 10 },
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
    expect: { "0, without SO_REUSEADDR": "EADDRINUSE", "0, with": "OK", "1, without SO_REUSEADDR": "EADDRINUSE", "1, with": "OK", "2, without SO_REUSEADDR": "EADDRINUSE", "2, with": "OK" },
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
    expect: { "2, at once": "connect EADDRNOTAVAIL", "0, after 1.3 s": "connect EADDRNOTAVAIL", "2, after 1.3 s": "OK", "1, after 1.3 s": "OK" },
    async run(lab) {
      const { sys, setSysctl, sleep, range } = lab;
      range(40000, 40009);
      const server = listener(sys, lo, 4000);
      setSysctl("net.ipv4.tcp_tw_reuse", 0);
      spend(lab, server, 4000);
      const attempt = (value: number) => {
        setSysctl("net.ipv4.tcp_tw_reuse", value);
        return dial(sys, null, { host: lo, port: 4000 }).outcome;
      };
      const atOnce = attempt(2);
      await sleep(1300);
      const off = attempt(0);
      return { "2, at once": atOnce, "0, after 1.3 s": off, "2, after 1.3 s": attempt(2), "1, after 1.3 s": attempt(1) };
    },
  },
  {
    fact: "bound-port-reconnects-over-time-wait",
    expect: { "tcp_tw_reuse 0": "OK", "tcp_tw_reuse 1": "OK", "tcp_tw_reuse 2": "OK", "timestamps off": "connect EADDRNOTAVAIL", "in TIME_WAIT before": ["TIME_WAIT"] },
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
      "tcp_fin_timeout 5: seconds on the timer": { between: [58, 60.5] },
      "tcp_fin_timeout 120: seconds on the timer": { between: [58, 60.5] },
      "ticked down in 1 s by": { between: [0.9, 4] },
      "orphaned FIN_WAIT2 with tcp_fin_timeout 1, after 3 s": [],
    },
    async run({ sys, setSysctl, states, sleep }) {
      const timer = (port: number) => tcpTable().find((each) => each.localPort === port && each.state === "TIME_WAIT")?.timer ?? 0;
      const fresh = (port: number, finTimeout: number) => {
        setSysctl("net.ipv4.tcp_fin_timeout", finTimeout);
        leaveTimeWait(sys, port);
        return timer(port);
      };
      const short = fresh(4000, 5);
      const long = fresh(4001, 120);
      setSysctl("net.ipv4.tcp_fin_timeout", 1);
      const server = listener(sys, lo, 4002);
      sys.close(pair(sys, server, 4002).accepted);
      await sleep(1000);
      const ticked = short - timer(4000);
      await sleep(2000);
      return {
        "tcp_fin_timeout 5: seconds on the timer": short,
        "tcp_fin_timeout 120: seconds on the timer": long,
        "ticked down in 1 s by": ticked,
        "orphaned FIN_WAIT2 with tcp_fin_timeout 1, after 3 s": states(4002),
      };
    },
  },
];
