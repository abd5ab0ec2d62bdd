import type { Experiment } from "../experiment.ts";
import { listener } from "../tcp.ts";

const lo = "127.0.0.1";
const share = { reusePort: true };
const user = 1234;

export const experiments: readonly Experiment[] = [
  {
    fact: "reuse-port-same-user",
    needs: ["other users"],
    expect: {
      "root, then a user": "EADDRINUSE",
      "a user, then root": "EADDRINUSE",
      "with SO_REUSEADDR as well": "EADDRINUSE",
      "the same user": "OK",
    },
    async run({ sys, peer }) {
      listener(sys, lo, 4000, { ...share, reuseAddr: true });
      const other = await peer({ uid: user });
      const again = await peer({ uid: user });
      const afterRoot = await other.bind(await other.socket(share), lo, 4000);
      const withBoth = await other.bind(await other.socket({ ...share, reuseAddr: true }), lo, 4000);
      const fd = await other.socket(share);
      await other.bind(fd, lo, 4001);
      await other.listen(fd);
      return {
        "root, then a user": afterRoot,
        "a user, then root": sys.bind(sys.socket(share), lo, 4001),
        "with SO_REUSEADDR as well": withBoth,
        "the same user": await again.bind(await again.socket(share), lo, 4001),
      };
    },
  },
  {
    fact: "reuse-port-user-at-socket",
    needs: ["other users"],
    expect: { "socket() as the user, bind() as root": "EADDRINUSE", "socket() as root, bind() as the user": "OK" },
    async run({ sys, peer }) {
      listener(sys, lo, 4000, share);
      process.seteuid?.(user);
      const users = sys.socket(share);
      process.seteuid?.(0);
      const asRoot = sys.bind(users, lo, 4000);
      const changing = await peer();
      const roots = await changing.socket(share);
      await changing.setuid(user);
      return {
        "socket() as the user, bind() as root": asRoot,
        "socket() as root, bind() as the user": await changing.bind(roots, lo, 4000),
      };
    },
  },
];
