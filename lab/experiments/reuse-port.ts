import type { Experiment } from "../experiment.ts";
import { listener, tryListen } from "../tcp.ts";

const lo = "127.0.0.1";
const share = { reusePort: true };

export const experiments: readonly Experiment[] = [
  {
    fact: "reuse-port-needs-all",
    expect: {
      "both with": "OK",
      "only the first": "bind EADDRINUSE",
      "only the second": "bind EADDRINUSE",
      neither: "bind EADDRINUSE",
    },
    control: { without: ["SO_REUSEPORT"] },
    run({ sys }) {
      listener(sys, lo, 4000, share);
      listener(sys, lo, 4001);
      return {
        "both with": tryListen(sys, lo, 4000, share),
        "only the first": tryListen(sys, lo, 4000),
        "only the second": tryListen(sys, lo, 4001, share),
        neither: tryListen(sys, lo, 4001),
      };
    },
  },
  {
    fact: "reuse-addr-does-not-join-group",
    expect: { "second with SO_REUSEPORT": "OK", "third with SO_REUSEADDR": "bind EADDRINUSE", "third with both": "OK" },
    control: { without: ["SO_REUSEPORT"] },
    run({ sys }) {
      listener(sys, lo, 4000, share);
      const second = sys.socket(share);
      const joined = sys.bind(second, lo, 4000) === "OK" ? sys.listen(second) : "not bound";
      return {
        "second with SO_REUSEPORT": joined,
        "third with SO_REUSEADDR": tryListen(sys, lo, 4000, { reuseAddr: true }),
        "third with both": tryListen(sys, lo, 4000, { reuseAddr: true, reusePort: true }),
      };
    },
  },
  {
    fact: "reuse-port-before-bind",
    expect: {
      "the second sets it after a failed bind": "EADDRINUSE",
      "the second sets it before": "OK",
      "the first sets it after listen()": "OK",
    },
    control: { changes: "the second sets it before bind()" },
    run({ sys, either }) {
      listener(sys, lo, 4000, share);
      const late = sys.socket(either({}, share));
      const failed = sys.bind(late, lo, 4000);
      sys.set(late, "SO_REUSEPORT", 1);
      const early = tryListen(sys, lo, 4000, share);
      const first = listener(sys, lo, 4001);
      sys.set(first, "SO_REUSEPORT", 1);
      return {
        "the second sets it after a failed bind": failed,
        "the second sets it before": early,
        "the first sets it after listen()": tryListen(sys, lo, 4001, share),
      };
    },
  },
  {
    fact: "reuse-port-clearing-keeps-group",
    expect: { "third bind after the second cleared it": "OK", "option as read back": 0 },
    control: { without: ["SO_REUSEPORT"] },
    run({ sys }) {
      listener(sys, lo, 4000, share);
      const second = listener(sys, lo, 4000, share);
      sys.set(second, "SO_REUSEPORT", 0);
      return {
        "third bind after the second cleared it": tryListen(sys, lo, 4000, share),
        "option as read back": sys.get(second, "SO_REUSEPORT"),
      };
    },
  },
  {
    fact: "tcp-port-zero-never-shares",
    expect: { "listeners in a range of ten": 10, "different ports": 10, "the eleventh": "EADDRINUSE" },
    control: { changes: "one number for all" },
    run({ sys, range, either }) {
      range(40000, 40009);
      const ports: number[] = [];
      let failure = "none";
      for (let i = 0; i < 20 && failure === "none"; i++) {
        const fd = sys.socket(share);
        const outcome = sys.bind(fd, lo, either(0, 40000));
        if (outcome !== "OK") failure = outcome;
        else {
          sys.listen(fd);
          ports.push(sys.port(fd));
        }
      }
      return {
        "listeners in a range of ten": ports.length,
        "different ports": new Set(ports).size,
        "the eleventh": failure,
      };
    },
  },
];
