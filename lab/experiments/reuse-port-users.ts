import { fchownSync } from "node:fs";
import type { Experiment } from "../experiment.ts";
import type { Syscalls } from "../syscalls.ts";
import { listener } from "../tcp.ts";

const lo = "127.0.0.1";
const share = { reusePort: true };
const user = 1234;

/** Binds a socket to the listener's port and closes it; the outcome of bind(). */
function tryBindOf(sys: Syscalls, fd: number): string {
  const outcome = sys.bind(fd, lo, 4000);
  sys.close(fd);
  return outcome;
}

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
    control: { oneUser: true },
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
    expect: {
      "socket() as the user, bind() as root": "EADDRINUSE",
      "socket() as root, bind() as the user": "OK",
      "given to the user with fchown(): the user": "OK",
      "given to the user with fchown(): root": "EADDRINUSE",
    },
    control: { oneUser: true, changes: "no seteuid() and no fchown()" },
    async run({ sys, peer, either }) {
      const listening = listener(sys, lo, 4000, share);
      const to = either(user, 0);
      process.seteuid?.(to);
      const users = sys.socket(share);
      process.seteuid?.(0);
      const asRoot = tryBindOf(sys, users);
      const changing = await peer();
      const roots = await changing.socket(share);
      if (to === user) await changing.setuid(user);
      const asUser = await changing.bind(roots, lo, 4000);
      await changing.close(roots);
      fchownSync(listening, to, to);
      const afterwards = await changing.bind(await changing.socket(share), lo, 4000);
      return {
        "socket() as the user, bind() as root": asRoot,
        "socket() as root, bind() as the user": asUser,
        "given to the user with fchown(): the user": afterwards,
        "given to the user with fchown(): root": tryBindOf(sys, sys.socket(share)),
      };
    },
  },
];
