import http from "node:http";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { listen } from "../node.ts";

const host = "127.0.0.1";

/** A server that answers with the address and port it sees. */
async function mirror(lab: Lab): Promise<void> {
  await listen(
    lab,
    http.createServer(({ socket }, response) => response.end(`${socket.remoteAddress} ${socket.remotePort}`)),
    { host, port: 4000 },
  );
}

function get(lab: Lab, options: http.RequestOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get({ host, port: 4000, ...options }, (response) => {
        let text = "";
        response
          .on("data", (chunk) => (text += chunk))
          .on("end", () => {
            lab.note(`http.get: the server saw ${text}`);
            // The socket goes back to the pool a moment after 'end'.
            setImmediate(() => resolve(text));
          });
      })
      .on("error", reject);
  });
}

export const experiments: readonly Experiment[] = [
  {
    fact: "node-agent-options-win",
    about: "node",
    expect: { "the server saw": "127.0.0.2", "without the Agent's": "127.0.0.3" },
    async run(lab) {
      await mirror(lab);
      const through = async (agent: http.Agent) =>
        (await get(lab, { agent, localAddress: "127.0.0.3" })).split(" ")[0] ?? "";
      return {
        "the server saw": await through(new http.Agent({ localAddress: "127.0.0.2" })),
        "without the Agent's": await through(new http.Agent()),
      };
    },
  },
  {
    fact: "node-agent-pool-key",
    about: "node",
    expect: { "differs by localAddress": true, "differs by localPort": false },
    run() {
      const agent = new http.Agent();
      const name = (options: object) => agent.getName({ host, port: 4000, ...options });
      return {
        "differs by localAddress": name({ localAddress: "127.0.0.2" }) !== name({ localAddress: "127.0.0.3" }),
        "differs by localPort": name({ localPort: 5000 }) !== name({ localPort: 5001 }),
      };
    },
  },
  {
    fact: "node-keep-alive-saves-ports",
    about: "node",
    expect: { "ports of five requests with keepAlive": 1, "ports without it": 5 },
    async run(lab) {
      await mirror(lab);
      const ports = async (agent: http.Agent) => {
        lab.onEnd(() => agent.destroy());
        const seen = new Set<string>();
        for (let i = 0; i < 5; i++) seen.add(await get(lab, { agent }));
        return seen.size;
      };
      return {
        "ports of five requests with keepAlive": await ports(new http.Agent({ keepAlive: true })),
        "ports without it": await ports(new http.Agent({ keepAlive: false })),
      };
    },
  },
];
