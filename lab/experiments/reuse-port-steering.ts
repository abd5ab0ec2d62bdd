import type { Expected, Experiment } from "../experiment.ts";
import { countUntilQuiet } from "../pause.ts";
import type { Syscalls } from "../syscalls.ts";
import { dial, listener } from "../tcp.ts";
import { atLeast } from "../versions.ts";

const lo = "127.0.0.1";
const share = { reusePort: true, forNode: true };

/** Connects that often; how many connections each listener got. */
function shares(sys: Syscalls, listeners: readonly number[], port: number, connections: number): number[] {
  for (let i = 0; i < connections; i++) dial(sys, null, { host: lo, port });
  return listeners.map((fd) => countUntilQuiet(() => typeof sys.accept(fd) === "number"));
}

export const experiments: readonly Experiment[] = [
  {
    fact: "reuse-port-bpf-steers-tcp",
    expect: {
      "a program that returns 1": [0, 50, 0],
      "then one that returns 2, set on another socket": [0, 0, 50],
      "then one that returns 9, which no socket has": "spread",
    },
    control: { without: ["SO_ATTACH_REUSEPORT_CBPF"] },
    run({ sys }) {
      // The sockets are counted in the order of their listen(), not of their bind().
      const fds = [1, 2, 3].map(() => sys.socket(share));
      const [a = -1, b = -1, c = -1] = fds;
      [c, b, a].forEach((fd) => sys.bind(fd, lo, 4000));
      fds.forEach((fd) => sys.listen(fd));
      sys.steer(a, 1);
      const second = shares(sys, fds, 4000, 50);
      sys.steer(b, 2);
      const third = shares(sys, fds, 4000, 50);
      sys.steer(a, 9);
      const rest = shares(sys, fds, 4000, 200);
      return {
        "a program that returns 1": second,
        "then one that returns 2, set on another socket": third,
        "then one that returns 9, which no socket has": rest.every((count) => count > 0) ? "spread" : rest,
      };
    },
  },
  {
    fact: "reuse-port-incoming-cpu",
    expect: ({ kernel }) => {
      const chosen = { first: [50, 0], second: [0, 50] } as const;
      // 6.1.192 has the change; in which version of 6.1 it came nobody has tried.
      const [first, second] = atLeast(kernel, 6, 2)
        ? [chosen.first, chosen.second]
        : atLeast(kernel, 6, 1)
          ? [{ oneOf: [chosen.first, "spread"] }, { oneOf: [chosen.second, "spread"] }]
          : ["spread", "spread"];
      return {
        "the first has this CPU, the second another": first as Expected,
        "the second has this CPU, the first another": second as Expected,
      };
    },
    control: {
      without: ["SO_INCOMING_CPU"],
      notOn: ({ kernel }) => (atLeast(kernel, 6, 2) ? null : "needs Linux 6.2, where groups look at the option"),
    },
    run({ sys }) {
      // A connection over loopback comes in on the CPU of the thread that makes it.
      const cpu = sys.stayOnOneCpu();
      const group = (port: number, cpus: readonly number[]) => {
        const fds = cpus.map((each) => {
          const fd = listener(sys, lo, port, share);
          sys.set(fd, "SO_INCOMING_CPU", each);
          return fd;
        });
        const got = shares(sys, fds, port, 50);
        return got.every((count) => count > 0) ? "spread" : got;
      };
      return {
        "the first has this CPU, the second another": group(4000, [cpu, cpu + 1]),
        "the second has this CPU, the first another": group(4001, [cpu + 1, cpu]),
      };
    },
  },
];
