import type { Experiment } from "../experiment.ts";
import { dial, listener } from "../tcp.ts";

const lo = "127.0.0.1";
const share = { reusePort: true };
const reuse = { reuseAddr: true };

export const experiments: readonly Experiment[] = [
  {
    fact: "listen-and-connect-one-port",
    expect: {
      "SO_REUSEPORT on both": "OK",
      "the client's port": 4000,
      "SO_REUSEADDR on both": "bind EADDRINUSE",
      "SO_REUSEADDR, the client bound first: listen": "OK",
      "SO_REUSEADDR, the client bound first: connect": "OK",
    },
    run({ sys }) {
      listener(sys, lo, 5000);
      const to = { host: lo, port: 5000 };
      listener(sys, lo, 4000, share);
      const shared = dial(sys, { host: lo, port: 4000 }, to, share);
      listener(sys, lo, 4001, reuse);
      const refused = dial(sys, { host: lo, port: 4001 }, to, reuse);
      const client = sys.socket(reuse);
      sys.bind(client, lo, 4002);
      const server = sys.socket(reuse);
      sys.bind(server, lo, 4002);
      return {
        "SO_REUSEPORT on both": shared.outcome,
        "the client's port": sys.port(shared.fd),
        "SO_REUSEADDR on both": refused.outcome,
        "SO_REUSEADDR, the client bound first: listen": sys.listen(server),
        "SO_REUSEADDR, the client bound first: connect": sys.connect(client, lo, 5000),
      };
    },
  },
  {
    fact: "reverse-connect-is-duplicate",
    expect: { "A connects to B": "OK", "B connects to A over the same ports": "connect EADDRNOTAVAIL", "A connects to B once more": "connect EADDRNOTAVAIL", "B connects to A from another port": "OK" },
    run({ sys }) {
      const [a, b] = [{ host: lo, port: 4000 }, { host: "127.0.0.2", port: 4001 }];
      listener(sys, a.host, a.port, share);
      listener(sys, b.host, b.port, share);
      return {
        "A connects to B": dial(sys, a, b, share).outcome,
        "B connects to A over the same ports": dial(sys, b, a, share).outcome,
        "A connects to B once more": dial(sys, a, b, share).outcome,
        "B connects to A from another port": dial(sys, { host: b.host, port: 4002 }, a, share).outcome,
      };
    },
  },
  {
    fact: "simultaneous-open",
    // How often both succeed is chance: only what every outcome has in common is expected.
    expect: { "rounds in which at least one end connected": { atLeast: 1 }, "failures other than EADDRNOTAVAIL, EADDRINUSE or a time-out": 0, rounds: 40 },
    async run({ sys, peer, note }) {
      const other = await peer();
      let connected = 0;
      let strange = 0;
      let both = 0;
      for (let round = 0; round < 40; round++) {
        const [mine, theirs] = [{ host: lo, port: 4000 + round }, { host: "127.0.0.2", port: 4100 + round }];
        listener(sys, mine.host, mine.port, share);
        const listening = await other.socket(share);
        await other.bind(listening, theirs.host, theirs.port);
        await other.listen(listening);
        const fd = sys.socket(share);
        sys.bind(fd, mine.host, mine.port);
        const their = await other.socket(share);
        await other.bind(their, theirs.host, theirs.port);
        const answer = other.connect(their, mine.host, mine.port);
        const outcomes = [sys.connect(fd, theirs.host, theirs.port), await answer];
        if (outcomes.includes("OK")) connected++;
        if (outcomes.every((each) => each === "OK")) both++;
        if (outcomes.some((each) => !["OK", "EADDRNOTAVAIL", "EADDRINUSE", "EINPROGRESS", "ETIMEDOUT"].includes(each))) strange++;
      }
      note(`in ${both} of 40 rounds both connects succeeded`);
      return { "rounds in which at least one end connected": connected, "failures other than EADDRNOTAVAIL, EADDRINUSE or a time-out": strange, rounds: 40 };
    },
  },
];
