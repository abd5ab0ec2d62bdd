import type { Experiment } from "../experiment.ts";
import { countUntilQuiet, countUntilQuietThere } from "../pause.ts";
import type { SocketOptions } from "../syscalls.ts";
import { must } from "../tcp.ts";

const lo = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "udp-reuse-addr-no-user-check",
    needs: ["other users"],
    expect: {
      "another user binds": "OK",
      "it received": 20,
      "the owner received": 0,
      "with SO_REUSEPORT instead": "EADDRINUSE",
    },
    control: { oneUser: true },
    async run({ sys, peer }) {
      const owner = sys.socket({ udp: true, reuseAddr: true });
      must(sys.bind(owner, lo, 5000), "bind");
      must(sys.bind(sys.socket({ udp: true, reusePort: true }), lo, 5001), "bind");
      const other = await peer({ uid: 1234 });
      const thief = await other.socket({ udp: true, reuseAddr: true });
      const bound = await other.bind(thief, lo, 5000);
      const sender = sys.socket({ udp: true });
      for (let i = 0; i < 20; i++) sys.sendto(sender, "x", lo, 5000);
      const stolen = await countUntilQuietThere(async () => typeof (await other.recv(thief, 64, false)) === "number");
      const kept = countUntilQuiet(() => typeof sys.recv(owner, 64, false) === "number");
      return {
        "another user binds": bound,
        "it received": stolen,
        "the owner received": kept,
        "with SO_REUSEPORT instead": await other.bind(await other.socket({ udp: true, reusePort: true }), lo, 5001),
      };
    },
  },
  {
    fact: "udp-both-options-no-user-check",
    needs: ["other users"],
    expect: {
      "both options: another user binds": "OK",
      "it received": 20,
      "the owner's two sockets received": 0,
      "SO_REUSEPORT alone: another user binds": "EADDRINUSE",
    },
    control: { without: ["SO_REUSEADDR"] },
    async run({ sys, peer }) {
      const both = { udp: true, reuseAddr: true, reusePort: true };
      const own = (options: SocketOptions, port: number) => {
        const fd = sys.socket(options);
        must(sys.bind(fd, lo, port), "bind");
        return fd;
      };
      const owners = [own(both, 5000), own(both, 5000)];
      own({ udp: true, reusePort: true }, 5001);
      const other = await peer({ uid: 1234 });
      const thief = await other.socket(both);
      const bound = await other.bind(thief, lo, 5000);
      for (let i = 0; i < 20; i++) {
        const flow = sys.socket({ udp: true });
        sys.sendto(flow, "x", lo, 5000);
        sys.close(flow);
      }
      const stolen = await countUntilQuietThere(async () => typeof (await other.recv(thief, 64, false)) === "number");
      const kept = owners.map((fd) => countUntilQuiet(() => typeof sys.recv(fd, 64, false) === "number"));
      return {
        "both options: another user binds": bound,
        "it received": stolen,
        "the owner's two sockets received": (kept[0] ?? 0) + (kept[1] ?? 0),
        "SO_REUSEPORT alone: another user binds": await other.bind(
          await other.socket({ udp: true, reusePort: true }),
          lo,
          5001,
        ),
      };
    },
  },
];
