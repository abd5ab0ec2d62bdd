import type { Experiment } from "../experiment.ts";
import type { SocketOptions } from "../syscalls.ts";
import { descriptor, dial, listener } from "../tcp.ts";

export const experiments: readonly Experiment[] = [
  {
    fact: "churn-with-bind-zero",
    expect: {
      "tcp_tw_reuse by default": "2",
      "no bind(): ten tries": 10,
      "no bind(): ten more, 1.3 s later": 10,
      "IP_BIND_ADDRESS_NO_PORT: ten tries": 10,
      "IP_BIND_ADDRESS_NO_PORT: ten more, 1.3 s later": 10,
      "bind() to port 0: ten tries": 10,
      "bind() to port 0: ten more, 1.3 s later": 0,
      "with SO_REUSEADDR: ten tries": 10,
      "with SO_REUSEADDR: ten more, 1.3 s later": 0,
    },
    control: { sysctls: { "net.ipv4.tcp_tw_reuse": 0 } },
    async run({ sys, usual, range, sleep }) {
      range(40000, 40009);
      // A server address apart for each way, so that they do not disturb each other's 4-tuples; for bind() also a local one.
      const ways: [name: string, server: string, from: { host: string } | null, options: SocketOptions][] = [
        ["bind() to port 0", "127.0.1.1", { host: "127.0.2.1" }, {}],
        ["with SO_REUSEADDR", "127.0.1.2", { host: "127.0.2.2" }, { reuseAddr: true }],
      ];
      const sharing: typeof ways = [
        ["no bind()", "127.0.1.3", null, {}],
        ["IP_BIND_ADDRESS_NO_PORT", "127.0.1.4", { host: "127.0.2.4" }, { noPort: true }],
      ];
      const seen: Record<string, number> = {};
      const spend = (server: number, host: string, from: { host: string } | null, options: SocketOptions) => {
        let count = 0;
        // As many tries as ports: how many more a slow machine would have, whose first ports are free again by then, says nothing.
        for (let turn = 0; turn < 10; turn++) {
          const { fd, outcome } = dial(sys, from, { host, port: 4000 }, options);
          if (outcome !== "OK") continue;
          const accepted = descriptor(sys.accept(server));
          sys.close(fd);
          sys.close(accepted);
          count++;
        }
        return count;
      };
      // First those that share ports: a port held by bind() is lost to them.
      for (const group of [sharing, ways]) {
        const servers = group.map(([, host]) => listener(sys, host, 4000));
        group.forEach(
          ([name, host, from, options], index) =>
            (seen[`${name}: ten tries`] = spend(servers[index] as number, host, from, options)),
        );
        await sleep(1300);
        group.forEach(
          ([name, host, from, options], index) =>
            (seen[`${name}: ten more, 1.3 s later`] = spend(servers[index] as number, host, from, options)),
        );
        if (group === sharing) range(41000, 41009);
      }
      return { "tcp_tw_reuse by default": usual("net.ipv4.tcp_tw_reuse"), ...seen };
    },
  },
];
