import type { Experiment } from "../experiment.ts";
import { listener, pair, tryBind } from "../tcp.ts";
import { monotonic } from "../pause.ts";
import { tcpTable } from "../proc.ts";

const lo = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "linger-zero-sends-rst",
    expect: {
      "peer open, left behind": [],
      "peer open, the peer reads": "ECONNRESET",
      "peer half closed, left behind": [],
      "bind without SO_REUSEADDR": "OK",
      "without linger, left behind": ["FIN_WAIT2"],
    },
    control: { without: ["SO_LINGER"] },
    run({ sys, states }) {
      const server = listener(sys, lo, 4000);
      const first = pair(sys, server, 4000);
      sys.linger(first.accepted, 0);
      sys.close(first.accepted);
      const read = sys.recv(first.client);
      const afterOpen = states(4000);
      const second = pair(sys, server, 4000);
      sys.shutdown(second.client, "SHUT_WR");
      sys.linger(second.accepted, 0);
      sys.close(second.accepted);
      const afterHalf = states(4000);
      sys.close(server);
      const rebound = tryBind(sys, lo, 4000);
      const control = listener(sys, lo, 4001);
      sys.close(pair(sys, control, 4001).accepted);
      return {
        "peer open, left behind": afterOpen,
        "peer open, the peer reads": read,
        "peer half closed, left behind": afterHalf,
        "bind without SO_REUSEADDR": rebound,
        "without linger, left behind": states(4001),
      };
    },
  },
  {
    fact: "linger-zero-after-shutdown",
    expect: { "before the close": ["FIN_WAIT2"], "after it": [], "the peer's FIN came first": ["TIME_WAIT"] },
    control: { without: ["SO_LINGER"] },
    run({ sys, states }) {
      const server = listener(sys, lo, 4000);
      const first = pair(sys, server, 4000);
      sys.shutdown(first.accepted, "SHUT_WR");
      const before = states(4000);
      sys.linger(first.accepted, 0);
      sys.close(first.accepted);
      const after = states(4000);
      const second = pair(sys, server, 4000);
      sys.shutdown(second.accepted, "SHUT_WR");
      sys.close(second.client);
      sys.linger(second.accepted, 0);
      sys.close(second.accepted);
      return { "before the close": before, "after it": after, "the peer's FIN came first": states(4000) };
    },
  },
  {
    fact: "linger-zero-discards-data",
    expect: {
      "linger 0: the end": "ECONNRESET",
      "linger 0: all data arrived": false,
      "no linger: the end": 0,
      "no linger: all data arrived": true,
    },
    control: { without: ["SO_LINGER"] },
    async run({ sys, until }) {
      const server = listener(sys, lo, 4000);
      const transfer = async (linger: boolean) => {
        const { client, accepted } = pair(sys, server, 4000);
        let sent = 0;
        for (let turn = 0; turn < 200; turn++) {
          const count = sys.send(accepted, 65536);
          if (typeof count !== "number") break;
          sent += count;
        }
        if (linger) sys.linger(accepted, 0);
        sys.close(accepted);
        let received = 0;
        let end: number | string | null = null;
        await until(() => {
          const count = sys.recv(client, 65536, false);
          if (typeof count === "number") received += count;
          if (count === 0 || (typeof count === "string" && count !== "EAGAIN")) end = count;
          return end !== null;
        }, 20);
        return { end: end as number | string | null, complete: received === sent };
      };
      const dropped = await transfer(true);
      const kept = await transfer(false);
      return {
        "linger 0: the end": dropped.end,
        "linger 0: all data arrived": dropped.complete,
        "no linger: the end": kept.end,
        "no linger: all data arrived": kept.complete,
      };
    },
  },
  {
    fact: "linger-seconds-keep-time-wait",
    expect: {
      "closed first, 1.5 s later": ["TIME_WAIT"],
      "seconds left on its timer": { between: [50, 60] },
      "closed second": [],
      "close() with unsent data returns after milliseconds": { between: [900, 10_000] },
    },
    control: { changes: "0 seconds" },
    async run({ sys, states, sleep, either }) {
      const server = listener(sys, lo, 4000);
      const first = pair(sys, server, 4000);
      sys.linger(first.accepted, either(1, 0));
      sys.close(first.accepted);
      sys.close(first.client);
      await sleep(1500);
      const later = states(4000);
      const timer = tcpTable().find((each) => each.localPort === 4000 && each.state === "TIME_WAIT")?.timer ?? 0;
      const other = listener(sys, lo, 4001);
      const second = pair(sys, other, 4001);
      sys.close(second.client);
      sys.linger(second.accepted, 1);
      sys.close(second.accepted);
      const full = pair(sys, listener(sys, lo, 4002), 4002);
      while (typeof sys.send(full.accepted, 65536) === "number");
      sys.linger(full.accepted, either(1, 0));
      const start = monotonic();
      sys.close(full.accepted);
      return {
        "closed first, 1.5 s later": later,
        "seconds left on its timer": timer,
        "closed second": states(4001),
        "close() with unsent data returns after milliseconds": monotonic() - start,
      };
    },
  },
];
