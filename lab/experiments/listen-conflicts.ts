import type { Experiment } from "../experiment.ts";
import type { SocketOptions, Syscalls } from "../syscalls.ts";
import { listener, must, tryBind, tryListen } from "../tcp.ts";

const lo = "127.0.0.1";
const reuse = { reuseAddr: true };
const share = { reusePort: true };

/** One socket listens; what a second listen gives. */
function beside(
  port: number,
  sys: Syscalls,
  first: string,
  second: string,
  options: SocketOptions = {},
  secondOptions = options,
): string {
  const fd = listener(sys, first, 4000, options);
  const outcome = tryListen(sys, second, port, secondOptions);
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
    control: { changes: "the first socket is bound and does not listen" },
    async run({ sys, peer, either }) {
      const first = sys.socket(reuse);
      sys.bind(first, lo, 4000);
      either(sys.listen, () => "OK")(first);
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
    fact: "bound-devices-do-not-conflict",
    expect: {
      "one on lo, one on another device": "OK",
      "both on lo": "EADDRINUSE",
      "one on lo, one on no device": "EADDRINUSE",
    },
    control: { without: ["SO_BINDTOIFINDEX"] },
    run({ sys }) {
      // The kernel compares the numbers of devices: that this namespace has no second one does not matter.
      const [loopback, other, none] = [1, 2, 0];
      const bind = (device: number, port: number) => {
        const fd = sys.socket();
        if (device !== none) must(sys.set(fd, "SO_BINDTOIFINDEX", device), "SO_BINDTOIFINDEX");
        const outcome = sys.bind(fd, "0.0.0.0", port);
        return outcome === "OK" ? sys.listen(fd) : outcome;
      };
      const beside = (device: number, port: number) => (bind(loopback, port), bind(device, port));
      return {
        "one on lo, one on another device": beside(other, 4000),
        "both on lo": beside(loopback, 4001),
        "one on lo, one on no device": beside(none, 4002),
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
    control: { without: ["SO_REUSEADDR"] },
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
    control: { changes: "the second socket takes another port" },
    run({ sys, either }) {
      const bound = sys.socket(reuse);
      sys.bind(bound, "0.0.0.0", 4001);
      return {
        "0.0.0.0, then 127.0.0.1": beside(either(4000, 4001), sys, "0.0.0.0", lo),
        "127.0.0.1, then 0.0.0.0": beside(either(4000, 4001), sys, lo, "0.0.0.0"),
        "127.0.0.1, then 127.0.0.2": beside(either(4000, 4001), sys, lo, "127.0.0.2"),
        "with SO_REUSEADDR": beside(either(4000, 4001), sys, "0.0.0.0", lo, reuse),
        "with SO_REUSEADDR, neither listening": tryBind(sys, lo, 4001, reuse),
        "with SO_REUSEPORT": beside(either(4000, 4001), sys, "0.0.0.0", lo, share),
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
    control: { changes: "IPV6_V6ONLY is set on every IPv6 socket" },
    run({ sys, either }) {
      const v6only = either({}, { v6only: true });
      return {
        "::, then 0.0.0.0": beside(4000, sys, "::", "0.0.0.0", v6only, {}),
        "0.0.0.0, then ::": beside(4000, sys, "0.0.0.0", "::", {}, v6only),
        "::, then 127.0.0.1": beside(4000, sys, "::", lo, v6only, {}),
        "127.0.0.1, then ::": beside(4000, sys, lo, "::", {}, v6only),
        ":: with V6ONLY, then 0.0.0.0": beside(4000, sys, "::", "0.0.0.0", { v6only: true }, {}),
        "0.0.0.0, then :: with V6ONLY": beside(4000, sys, "0.0.0.0", "::", {}, { v6only: true }),
        "::1, then 127.0.0.1": beside(4000, sys, "::1", lo),
        "::1, then 0.0.0.0": beside(4000, sys, "::1", "0.0.0.0"),
        "::ffff:127.0.0.1, then 127.0.0.1": beside(4000, sys, "::ffff:127.0.0.1", lo),
        "::, then 0.0.0.0, with SO_REUSEPORT": beside(4000, sys, "::", "0.0.0.0", share),
      };
    },
  },
];
