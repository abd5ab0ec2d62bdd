import { createServer, type AddressInfo } from "node:net";
import type { Experiment } from "../experiment.ts";
import { descriptorOf, listen } from "../node.ts";

const host = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "node-reuse-port-fd",
    about: "node",
    expect: { "listen({ fd, port: 4001, reusePort: true })": "OK", port: 4000, SO_REUSEPORT: 0, SO_REUSEADDR: 0 },
    control: { changes: "no fd" },
    async run(lab) {
      const fd = lab.sys.socket({ forNode: true });
      lab.sys.bind(fd, host, 4000);
      const server = createServer();
      const outcome = await listen(lab, server, {
        ...lab.either({ fd }, {}),
        host,
        port: 4001,
        reusePort: true,
      } as object);
      return {
        "listen({ fd, port: 4001, reusePort: true })": outcome,
        port: (server.address() as AddressInfo).port,
        SO_REUSEPORT: lab.sys.get(fd, "SO_REUSEPORT"),
        SO_REUSEADDR: lab.sys.get(fd, "SO_REUSEADDR"),
      };
    },
  },
  {
    fact: "node-listen-fd-twice",
    about: "node",
    expect: { "listen({ fd }) of a listening server's descriptor": "listen EEXIST" },
    control: { changes: "a descriptor that nobody watches" },
    async run(lab) {
      const first = createServer();
      await listen(lab, first, { host, port: 4000 });
      return {
        "listen({ fd }) of a listening server's descriptor": await listen(lab, createServer(), {
          fd: lab.either(descriptorOf(first), lab.sys.socket({ forNode: true })),
        } as object),
      };
    },
  },
];
