import net from "node:net";
import type { Experiment } from "../experiment.ts";
import { descriptorOf, listen, thrown } from "../node.ts";
import { atLeast } from "../versions.ts";

type BoundSocket = new (options?: object) => { address(): { address: string; port: number }; close?(): void };

export const experiments: readonly Experiment[] = [
  {
    fact: "node-bound-socket",
    about: "node",
    expect: ({ node }) =>
      atLeast(node, 26, 4) || (node[0] === 24 && atLeast(node, 24, 19))
        ? {
            "typeof net.BoundSocket": "function",
            "in a range of ten": 10,
            then: "bind EADDRINUSE",
            'reusePort: "yes"': "ERR_INVALID_ARG_TYPE",
            "default host": "0.0.0.0",
            "listen({ handle, reusePort: true }): SO_REUSEPORT": 0,
          }
        : { "typeof net.BoundSocket": "undefined" },
    async run(lab) {
      const { BoundSocket } = net as unknown as { BoundSocket?: BoundSocket };
      if (BoundSocket === undefined) return { "typeof net.BoundSocket": "undefined" };
      lab.range(40000, 40009);
      const kept: unknown[] = [];
      let failure = "OK";
      while (failure === "OK" && kept.length < 50)
        failure = thrown(() => kept.push(new BoundSocket({ host: "127.0.0.1" })));
      const wrong = thrown(() => new BoundSocket({ host: "127.0.0.1", port: 4000, reusePort: "yes" }));
      const server = net.createServer();
      await listen(lab, server, {
        handle: new BoundSocket({ host: "127.0.0.1", port: 4002 }),
        reusePort: true,
      } as object);
      return {
        "typeof net.BoundSocket": typeof BoundSocket,
        "in a range of ten": kept.length,
        then: failure,
        'reusePort: "yes"': wrong,
        "default host": new BoundSocket({ port: 4001 }).address().address,
        "listen({ handle, reusePort: true }): SO_REUSEPORT": lab.sys.get(descriptorOf(server), "SO_REUSEPORT"),
      };
    },
  },
];
