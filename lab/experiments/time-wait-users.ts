import type { Experiment } from "../experiment.ts";
import { leaveTimeWait, listener, pair } from "../tcp.ts";

const lo = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "reuse-addr-ignores-uid",
    needs: ["other users"],
    expect: {
      "SO_REUSEADDR over TIME_WAIT": "OK",
      "listen as well": "OK",
      "without the option": "EADDRINUSE",
      "SO_REUSEPORT over TIME_WAIT": "OK",
      "SO_REUSEPORT over orphaned FIN_WAIT2": "OK",
      "SO_REUSEPORT over ESTABLISHED": "EADDRINUSE",
    },
    control: { oneUser: true },
    async run({ sys, peer, states }) {
      leaveTimeWait(sys, 4000, { reuseAddr: true });
      leaveTimeWait(sys, 4001, { reusePort: true });
      const open = listener(sys, lo, 4002, { reusePort: true });
      pair(sys, open, 4002);
      sys.close(open);
      const halfClosed = listener(sys, lo, 4003, { reusePort: true });
      sys.close(pair(sys, halfClosed, 4003).accepted);
      sys.close(halfClosed);
      states(4003);
      const other = await peer({ uid: 1234 });
      const plain = await other.socket();
      const withoutIt = await other.bind(plain, lo, 4000);
      const address = await other.socket({ reuseAddr: true });
      return {
        "SO_REUSEADDR over TIME_WAIT": await other.bind(address, lo, 4000),
        "listen as well": await other.listen(address),
        "without the option": withoutIt,
        "SO_REUSEPORT over TIME_WAIT": await other.bind(await other.socket({ reusePort: true }), lo, 4001),
        "SO_REUSEPORT over orphaned FIN_WAIT2": await other.bind(await other.socket({ reusePort: true }), lo, 4003),
        "SO_REUSEPORT over ESTABLISHED": await other.bind(await other.socket({ reusePort: true }), lo, 4002),
      };
    },
  },
];
