import { createServer, type TcpNetConnectOpts } from "node:net";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { dialNode, listen } from "../node.ts";

const host = "127.0.0.1";

/** Connections to two servers in turn from a range of ten ports, and the error in the end. */
async function spend(lab: Lab, options: Partial<TcpNetConnectOpts>, destinations = 2) {
  let count = 0;
  for (;;) {
    const { outcome } = await dialNode(lab, { host, port: 4000 + (count % destinations), ...options });
    if (outcome !== "OK" || count > 50) return { count, outcome };
    count++;
  }
}

async function serve(lab: Lab): Promise<void> {
  lab.range(40000, 40009);
  for (const port of [4000, 4001]) await listen(lab, createServer(), { host, port });
}

export const experiments: readonly Experiment[] = [
  {
    fact: "node-local-address-exhaustion",
    about: "node",
    expect: {
      "localAddress, two destinations": 10,
      then: "connect EADDRINUSE",
      "another localAddress, one destination": 10,
      "no localAddress, two destinations": 20,
      "then, without it": "connect EADDRNOTAVAIL",
    },
    control: { changes: "no localAddress" },
    async run(lab) {
      await serve(lab);
      const from = (localAddress: string) => lab.either({ localAddress }, {});
      const two = await spend(lab, from("127.0.0.2"));
      const one = await spend(lab, from("127.0.0.3"), 1);
      lab.range(41000, 41009);
      const none = await spend(lab, {});
      return {
        "localAddress, two destinations": two.count,
        then: two.outcome,
        "another localAddress, one destination": one.count,
        "no localAddress, two destinations": none.count,
        "then, without it": none.outcome,
      };
    },
  },
  {
    fact: "node-wildcard-local-address",
    about: "node",
    expect: { 'localAddress: "0.0.0.0", two destinations': 10, then: "connect EADDRINUSE", "source address": host },
    control: { changes: "no localAddress" },
    async run(lab) {
      await serve(lab);
      const first = await dialNode(lab, { host, port: 4000, localAddress: "0.0.0.0" });
      const source = first.socket?.localAddress ?? "";
      const rest = await spend(lab, lab.either({ localAddress: "0.0.0.0" }, {}));
      return {
        'localAddress: "0.0.0.0", two destinations': rest.count + 1,
        then: rest.outcome,
        "source address": source,
      };
    },
  },
];
