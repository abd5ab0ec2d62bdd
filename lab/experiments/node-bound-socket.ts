import net from "node:net";
import type { Experiment } from "../experiment.ts";
import { descriptorOf, dialNode, listen, thrown } from "../node.ts";
import { atLeast } from "../versions.ts";
import type { Host } from "../control.ts";

interface BoundSocket {
  address(): { address: string; port: number };
  fd(): number;
  close(): void;
}
type Constructor = new (options?: object) => BoundSocket;

const hasBoundSocket = ({ node }: Host) => atLeast(node, 26, 4) || (node[0] === 24 && atLeast(node, 24, 19));

export const experiments: readonly Experiment[] = [
  {
    fact: "node-bound-socket",
    about: "node",
    expect: (on) =>
      hasBoundSocket(on)
        ? {
            "typeof net.BoundSocket": "function",
            "in a range of ten": 10,
            then: "bind EADDRINUSE",
            'reusePort: "yes"': "ERR_INVALID_ARG_TYPE",
            "default host": "0.0.0.0",
            "listen({ handle, reusePort: true }): SO_REUSEPORT": 0,
            "IP_BIND_ADDRESS_NO_PORT through fd()": "OK",
            "its port afterwards is the one it had": true,
          }
        : { "typeof net.BoundSocket": "undefined" },
    control: {
      changes: "every BoundSocket is closed at once",
      notOn: (on) => (hasBoundSocket(on) ? null : "needs a Node.js that has net.BoundSocket"),
    },
    async run(lab) {
      const { BoundSocket } = net as unknown as { BoundSocket?: Constructor };
      if (BoundSocket === undefined) return { "typeof net.BoundSocket": "undefined" };
      lab.range(40000, 40009);
      const kept: BoundSocket[] = [];
      let failure = "OK";
      while (failure === "OK" && kept.length < 50)
        failure = thrown(() => {
          const one = new BoundSocket({ host: "127.0.0.1" });
          kept.push(one);
          if (lab.either(false, true)) one.close();
        });
      const wrong = thrown(() => new BoundSocket({ host: "127.0.0.1", port: 4000, reusePort: "yes" }));
      const server = net.createServer();
      await listen(lab, server, { handle: new BoundSocket({ host: "127.0.0.1", port: 4002 }), reusePort: true });
      lab.range(41000, 41009);
      const late = new BoundSocket({ host: "127.0.0.1" });
      const { port } = late.address();
      const set = lab.sys.set(late.fd(), "IP_BIND_ADDRESS_NO_PORT", 1);
      const { socket } = await dialNode(lab, { host: "127.0.0.1", port: 4002, handle: late } as never);
      return {
        "typeof net.BoundSocket": typeof BoundSocket,
        "in a range of ten": kept.length,
        then: failure,
        'reusePort: "yes"': wrong,
        "default host": new BoundSocket({ port: 4001 }).address().address,
        "listen({ handle, reusePort: true }): SO_REUSEPORT": lab.sys.get(descriptorOf(server), "SO_REUSEPORT"),
        "IP_BIND_ADDRESS_NO_PORT through fd()": set,
        "its port afterwards is the one it had": socket?.localPort === port,
      };
    },
  },
];
