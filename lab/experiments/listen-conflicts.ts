import type { Experiment } from "../experiment.ts";
import type { SocketOptions, Syscalls } from "../syscalls.ts";
import { listener, tryBind, tryListen } from "../tcp.ts";

const lo = "127.0.0.1";
const reuse = { reuseAddr: true };
const share = { reusePort: true };

/** One socket listens; what a second listen gives. */
function beside(
  sys: Syscalls,
  first: string,
  second: string,
  options: SocketOptions = {},
  secondOptions = options,
): string {
  const fd = listener(sys, first, 4000, options);
  const outcome = tryListen(sys, second, 4000, secondOptions);
  sys.close(fd);
  return outcome;
}

export const experiments: readonly Experiment[] = [
  {
    fact: "listener-blocks-reuse-addr",
    expect: {
      "both with SO_REUSEADDR": "EADDRINUSE",
      "wildcard beside it": "EADDRINUSE",
      "another process": "EADDRINUSE",
      "once it is closed": "OK",
    },
    async run({ sys, peer }) {
      const first = listener(sys, lo, 4000, reuse);
      const same = tryBind(sys, lo, 4000, reuse);
      const wildcard = tryBind(sys, "0.0.0.0", 4000, reuse);
      const other = await peer();
      const elsewhere = await other.bind(await other.socket(reuse), lo, 4000);
      sys.close(first);
      return {
        "both with SO_REUSEADDR": same,
        "wildcard beside it": wildcard,
        "another process": elsewhere,
        "once it is closed": tryBind(sys, lo, 4000, reuse),
      };
    },
  },
  {
    fact: "first-listen-wins",
    expect: {
      "second bind": "OK",
      "first listen": "OK",
      "second listen": "EADDRINUSE",
      "the loser connects out": "OK",
      "from port": 4000,
    },
    run({ sys }) {
      const one = sys.socket(reuse);
      const two = sys.socket(reuse);
      sys.bind(one, lo, 4000);
      const bound = sys.bind(two, lo, 4000);
      const first = sys.listen(one);
      const second = sys.listen(two);
      listener(sys, lo, 5000);
      const connected = sys.connect(two, lo, 5000);
      return {
        "second bind": bound,
        "first listen": first,
        "second listen": second,
        "the loser connects out": connected,
        "from port": sys.port(two),
      };
    },
  },
  {
    fact: "wildcard-conflicts-with-specific",
    expect: {
      "0.0.0.0, then 127.0.0.1": "bind EADDRINUSE",
      "127.0.0.1, then 0.0.0.0": "bind EADDRINUSE",
      "127.0.0.1, then 127.0.0.2": "OK",
      "with SO_REUSEADDR": "bind EADDRINUSE",
      "with SO_REUSEADDR, neither listening": "OK",
      "with SO_REUSEPORT": "OK",
    },
    run({ sys }) {
      const bound = sys.socket(reuse);
      sys.bind(bound, "0.0.0.0", 4001);
      return {
        "0.0.0.0, then 127.0.0.1": beside(sys, "0.0.0.0", lo),
        "127.0.0.1, then 0.0.0.0": beside(sys, lo, "0.0.0.0"),
        "127.0.0.1, then 127.0.0.2": beside(sys, lo, "127.0.0.2"),
        "with SO_REUSEADDR": beside(sys, "0.0.0.0", lo, reuse),
        "with SO_REUSEADDR, neither listening": tryBind(sys, lo, 4001, reuse),
        "with SO_REUSEPORT": beside(sys, "0.0.0.0", lo, share),
      };
    },
  },
  {
    fact: "dual-stack-conflicts",
    needs: ["IPv6"],
    expect: {
      "::, then 0.0.0.0": "bind EADDRINUSE",
      "0.0.0.0, then ::": "bind EADDRINUSE",
      "::, then 127.0.0.1": "bind EADDRINUSE",
      "127.0.0.1, then ::": "bind EADDRINUSE",
      ":: with V6ONLY, then 0.0.0.0": "OK",
      "0.0.0.0, then :: with V6ONLY": "OK",
      "::1, then 127.0.0.1": "OK",
      "::1, then 0.0.0.0": "OK",
      "::ffff:127.0.0.1, then 127.0.0.1": "bind EADDRINUSE",
      "::, then 0.0.0.0, with SO_REUSEPORT": "OK",
    },
    run({ sys }) {
      return {
        "::, then 0.0.0.0": beside(sys, "::", "0.0.0.0"),
        "0.0.0.0, then ::": beside(sys, "0.0.0.0", "::"),
        "::, then 127.0.0.1": beside(sys, "::", lo),
        "127.0.0.1, then ::": beside(sys, lo, "::"),
        ":: with V6ONLY, then 0.0.0.0": beside(sys, "::", "0.0.0.0", { v6only: true }, {}),
        "0.0.0.0, then :: with V6ONLY": beside(sys, "0.0.0.0", "::", {}, { v6only: true }),
        "::1, then 127.0.0.1": beside(sys, "::1", lo),
        "::1, then 0.0.0.0": beside(sys, "::1", "0.0.0.0"),
        "::ffff:127.0.0.1, then 127.0.0.1": beside(sys, "::ffff:127.0.0.1", lo),
        "::, then 0.0.0.0, with SO_REUSEPORT": beside(sys, "::", "0.0.0.0", share),
      };
    },
  },
];
