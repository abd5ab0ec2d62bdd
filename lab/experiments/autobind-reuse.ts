import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import type { SocketOptions } from "../syscalls.ts";
import { dial, exhaust, listener } from "../tcp.ts";

const lo = "127.0.0.1";

/** Connections from bind(127.0.0.1, 0) to three destinations in a range of that many ports, and how it ended. */
function connections({ sys, range }: Lab, ports: number, options: SocketOptions) {
  range(40000, 40000 + ports - 1);
  const destinations = [4000, 4001, 4002].map((port) => ({ host: lo, port }));
  const { fds, failure } = exhaust(sys, { host: lo }, destinations, options);
  fds.forEach((fd) => (sys.linger(fd, 0), sys.close(fd)));
  return { count: fds.length, failure };
}

function serve({ sys }: Lab): void {
  for (const port of [4000, 4001, 4002]) listener(sys, lo, port);
}

export const experiments: readonly Experiment[] = [
  {
    fact: "reuse-addr-does-not-lift-limit",
    expect: {
      "ip_autobind_reuse by default": "0",
      SO_REUSEADDR: 10,
      SO_REUSEPORT: 10,
      both: 10,
      "then, with both": "bind EADDRINUSE",
    },
    run(lab) {
      serve(lab);
      const both = { reuseAddr: true, reusePort: true };
      return {
        "ip_autobind_reuse by default": lab.sysctl("net.ipv4.ip_autobind_reuse"),
        SO_REUSEADDR: connections(lab, 10, { reuseAddr: true }).count,
        SO_REUSEPORT: connections(lab, 10, { reusePort: true }).count,
        both: connections(lab, 10, both).count,
        "then, with both": connections(lab, 10, both).failure,
      };
    },
  },
  {
    fact: "autobind-reuse-wants-reuse-addr-alone",
    expect: {
      SO_REUSEADDR: { atLeast: 11 },
      "no option": 10,
      "SO_REUSEADDR and SO_REUSEPORT": 10,
      "then, with both": "bind EADDRINUSE",
    },
    run(lab) {
      serve(lab);
      lab.setSysctl("net.ipv4.ip_autobind_reuse", 1);
      const both = connections(lab, 10, { reuseAddr: true, reusePort: true });
      return {
        SO_REUSEADDR: connections(lab, 10, { reuseAddr: true }).count,
        "no option": connections(lab, 10, {}).count,
        "SO_REUSEADDR and SO_REUSEPORT": both.count,
        "then, with both": both.failure,
      };
    },
  },
  {
    fact: "autobind-reuse-gains-little",
    expect: {
      "more than the range": true,
      "less than range times destinations": true,
      "shared ports in the upper half": 0,
      "shared ports of the other parity": 0,
      "a failure at the end": "connect EADDRNOTAVAIL",
    },
    run(lab) {
      const { sys } = lab;
      serve(lab);
      lab.setSysctl("net.ipv4.ip_autobind_reuse", 1);
      lab.range(40000, 40199);
      const uses = new Map<number, number>();
      let count = 0;
      let failure = "none";
      for (const port of [4000, 4001, 4002]) {
        for (let i = 0; i < 200; i++) {
          const { fd, outcome } = dial(sys, { host: lo }, { host: lo, port }, { reuseAddr: true });
          if (outcome !== "OK") failure = outcome;
          else {
            count++;
            uses.set(sys.port(fd), (uses.get(sys.port(fd)) ?? 0) + 1);
          }
        }
      }
      const shared = [...uses].filter(([, times]) => times > 1).map(([port]) => port);
      const odd = shared.filter((port) => port % 2 === 1).length;
      return {
        "more than the range": count > 200,
        "less than range times destinations": count < 600,
        "shared ports in the upper half": shared.filter((port) => port >= 40100).length,
        "shared ports of the other parity": Math.min(odd, shared.length - odd),
        "a failure at the end": failure,
      };
    },
  },
  {
    fact: "autobind-reuse-hands-out-server-ports",
    expect: {
      "bind() on the full range": "OK",
      "listen()": "OK",
      "its port is held by another socket": true,
      "with the setting at 0": "EADDRINUSE",
    },
    run({ sys, range, setSysctl }) {
      range(40000, 40009);
      listener(sys, lo, 4000);
      const { fds } = exhaust(sys, { host: lo }, [{ host: lo, port: 4000 }], { reuseAddr: true });
      const held = fds.map((fd) => sys.port(fd));
      const plain = sys.bind(sys.socket({ reuseAddr: true }), lo, 0);
      setSysctl("net.ipv4.ip_autobind_reuse", 1);
      const server = sys.socket({ reuseAddr: true });
      return {
        "bind() on the full range": sys.bind(server, lo, 0),
        "listen()": sys.listen(server),
        "its port is held by another socket": held.includes(sys.port(server)),
        "with the setting at 0": plain,
      };
    },
  },
];
