import type { Experiment } from "../experiment.ts";
import { exhaust, listener } from "../tcp.ts";

const lo = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "exhaustion-remedies",
    expect: {
      "bind() to port 0": 100,
      "ip_autobind_reuse with SO_REUSEADDR": { between: [101, 299] },
      "ip_autobind_reuse with SO_REUSEADDR and SO_REUSEPORT": 100,
      IP_BIND_ADDRESS_NO_PORT: 300,
      "no bind()": 300,
    },
    control: { without: ["IP_BIND_ADDRESS_NO_PORT"] },
    run({ sys, range, setSysctl }) {
      range(40000, 40099);
      const destinations = [4000, 4001, 4002].map((port) => (listener(sys, lo, port), { host: lo, port }));
      const count = (from: { host: string } | null, options = {}) => {
        const { fds } = exhaust(sys, from, destinations, options);
        fds.forEach((fd) => (sys.linger(fd, 0), sys.close(fd)));
        return fds.length;
      };
      const bound = count({ host: lo });
      const noPort = count({ host: lo }, { noPort: true });
      const none = count(null);
      setSysctl("net.ipv4.ip_autobind_reuse", 1);
      return {
        "bind() to port 0": bound,
        "ip_autobind_reuse with SO_REUSEADDR": count({ host: lo }, { reuseAddr: true }),
        "ip_autobind_reuse with SO_REUSEADDR and SO_REUSEPORT": count(
          { host: lo },
          { reuseAddr: true, reusePort: true },
        ),
        IP_BIND_ADDRESS_NO_PORT: noPort,
        "no bind()": none,
      };
    },
  },
];
