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
    control: { sysctls: { "net.ipv4.ip_autobind_reuse": 1 } },
    run(lab) {
      serve(lab);
      const both = { reuseAddr: true, reusePort: true };
      return {
        "ip_autobind_reuse by default": lab.usual("net.ipv4.ip_autobind_reuse"),
        SO_REUSEADDR: connections(lab, 10, { reuseAddr: true }).count,
        SO_REUSEPORT: connections(lab, 10, { reusePort: true }).count,
        both: connections(lab, 10, both).count,
        "then, with both": connections(lab, 10, both).failure,
      };
    },
  },
  {
    fact: "autobind-reuse-wants-reuse-addr-alone",
    needs: ["other users"],
    expect: {
      SO_REUSEADDR: { atLeast: 11 },
      "no option": 10,
      "SO_REUSEADDR and SO_REUSEPORT": 10,
      "then, with both": "bind EADDRINUSE",
      "another user with both, binds on the same ten ports": 10,
    },
    control: { sysctls: { "net.ipv4.ip_autobind_reuse": 0 } },
    async run(lab) {
      serve(lab);
      lab.setSysctl("net.ipv4.ip_autobind_reuse", 1);
      const address = connections(lab, 10, { reuseAddr: true }).count;
      const plain = connections(lab, 10, {}).count;
      const options = { reuseAddr: true, reusePort: true };
      const both = connections(lab, 10, options);
      lab.range(41000, 41009);
      const binds = () => lab.sys.bind(lab.sys.socket(options), lo, 0);
      while (binds() === "OK");
      const other = await lab.peer({ uid: 1234 });
      let shared = 0;
      for (let i = 0; i < 10; i++) if ((await other.bind(await other.socket(options), lo, 0)) === "OK") shared++;
      return {
        SO_REUSEADDR: address,
        "no option": plain,
        "SO_REUSEADDR and SO_REUSEPORT": both.count,
        "then, with both": both.failure,
        "another user with both, binds on the same ten ports": shared,
      };
    },
  },
  {
    fact: "autobind-reuse-gains-little",
    expect: {
      "more than the range": true,
      "less than range times destinations": true,
      "a failure at the end": "connect EADDRNOTAVAIL",
      "free range: shared ports in the upper half": 0,
      "free range: shared ports of the other parity": 0,
      "odd ports of the lower half held: shared ports are": "even",
      "lower half held: shared ports in the lower half": 0,
      "lower half held: some are shared": true,
    },
    control: { sysctls: { "net.ipv4.ip_autobind_reuse": 0 } },
    run(lab) {
      const { sys } = lab;
      serve(lab);
      lab.setSysctl("net.ipv4.ip_autobind_reuse", 1);
      /** Connects to three destinations from a range of 200 ports, some of them held by sockets without the option. */
      const spend = (first: number, host: string, held: readonly number[]) => {
        lab.range(first, first + 199);
        for (const port of held) sys.bind(sys.socket(), host, first + port);
        const uses = new Map<number, number>();
        let [count, failure] = [0, "none"];
        for (const port of [4000, 4001, 4002])
          for (let i = 0; i < 200; i++) {
            const { fd, outcome } = dial(sys, { host }, { host: lo, port }, { reuseAddr: true });
            if (outcome !== "OK") failure = outcome;
            else {
              count++;
              uses.set(sys.port(fd) - first, (uses.get(sys.port(fd) - first) ?? 0) + 1);
            }
          }
        return { count, failure, shared: [...uses].filter(([, times]) => times > 1).map(([port]) => port) };
      };
      const lower = Array.from({ length: 100 }, (_, index) => index);
      const free = spend(40000, lo, []);
      const odd = free.shared.filter((port) => port % 2 === 1).length;
      const evens = spend(
        41000,
        "127.0.0.2",
        lower.filter((port) => port % 2 === 1),
      );
      const upper = spend(42000, "127.0.0.3", lower);
      return {
        "more than the range": free.count > 200,
        "less than range times destinations": free.count < 600,
        "a failure at the end": free.failure,
        "free range: shared ports in the upper half": free.shared.filter((port) => port >= 100).length,
        "free range: shared ports of the other parity": Math.min(odd, free.shared.length - odd),
        "odd ports of the lower half held: shared ports are":
          evens.shared.length > 0 && evens.shared.every((port) => port % 2 === 0) ? "even" : "others",
        "lower half held: shared ports in the lower half": upper.shared.filter((port) => port < 100).length,
        "lower half held: some are shared": upper.shared.length > 0,
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
    control: { sysctls: { "net.ipv4.ip_autobind_reuse": 0 } },
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
