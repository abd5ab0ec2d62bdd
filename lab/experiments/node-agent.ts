import http from "node:http";
import https from "node:https";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { listen } from "../node.ts";
import { tcpTable } from "../proc.ts";

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
    control: { changes: "the Agent has no localAddress" },
    async run(lab) {
      await mirror(lab);
      const through = async (agent: http.Agent) =>
        (await get(lab, { agent, localAddress: "127.0.0.3" })).split(" ")[0] ?? "";
      return {
        "the server saw": await through(new http.Agent(lab.either({ localAddress: "127.0.0.2" }, {}))),
        "without the Agent's": await through(new http.Agent()),
      };
    },
  },
  {
    fact: "node-agent-pool-key",
    about: "node",
    expect: {
      "getName() differs by localAddress": true,
      "getName() differs by localPort": false,
      "localPort 5001 after localPort 5000: the server saw": "127.0.0.1 5000",
      "another localAddress: the server saw": "127.0.0.2",
    },
    control: { changes: "keepAlive: false" },
    async run(lab) {
      await mirror(lab);
      const agent = new http.Agent({ keepAlive: lab.either(true, false) });
      lab.onEnd(() => agent.destroy());
      const name = (options: object) => agent.getName({ host, port: 4000, ...options });
      await get(lab, { agent, localPort: 5000 });
      const second = await get(lab, { agent, localPort: 5001 });
      const away = await get(lab, { agent, localAddress: "127.0.0.2" });
      return {
        "getName() differs by localAddress":
          name({ localAddress: "127.0.0.2" }) !== name({ localAddress: "127.0.0.3" }),
        "getName() differs by localPort": name({ localPort: 5000 }) !== name({ localPort: 5001 }),
        "localPort 5001 after localPort 5000: the server saw": second,
        "another localAddress: the server saw": away.split(" ")[0] ?? "",
      };
    },
  },
  {
    fact: "node-keep-alive-saves-ports",
    about: "node",
    expect: {
      "ports of five requests with keepAlive": 1,
      "ports without it": 5,
      "keepAlive of the global agents of http and https": [true, true],
    },
    control: { changes: "keepAlive: false" },
    async run(lab) {
      await mirror(lab);
      const ports = async (agent: http.Agent) => {
        lab.onEnd(() => agent.destroy());
        const seen = new Set<string>();
        for (let i = 0; i < 5; i++) seen.add(await get(lab, { agent }));
        return seen.size;
      };
      return {
        "ports of five requests with keepAlive": await ports(new http.Agent({ keepAlive: lab.either(true, false) })),
        "ports without it": await ports(new http.Agent({ keepAlive: false })),
        "keepAlive of the global agents of http and https": [http, https].map(
          ({ globalAgent }) => (globalAgent as { keepAlive?: boolean }).keepAlive ?? null,
        ),
      };
    },
  },
  {
    fact: "node-agent-per-request",
    about: "node",
    expect: {
      "agent: false: ports of five requests": 5,
      "agent: false: TIME_WAIT at the server": 5,
      "agent: false: TIME_WAIT at the client": 0,
      "a new keepAlive Agent each: ports of five requests": 5,
      "a new keepAlive Agent each: connections that stay open": 5,
    },
    control: { changes: "one Agent with keepAlive for all" },
    async run(lab) {
      await mirror(lab);
      const shared = new http.Agent({ keepAlive: true });
      const five = async (agent: () => http.Agent | false) => {
        const seen = new Set<string>();
        for (let i = 0; i < 5; i++) seen.add(await get(lab, { agent: lab.either(agent(), shared) }));
        return seen.size;
      };
      const count = (where: "localPort" | "remotePort", state: string) =>
        tcpTable().filter((each) => each[where] === 4000 && each.state === state).length;
      const ports = await five(() => false);
      await lab.until(() => count("localPort", "TIME_WAIT") + count("remotePort", "TIME_WAIT") === 5, lab.either(5, 0));
      const ends = [count("localPort", "TIME_WAIT"), count("remotePort", "TIME_WAIT")] as const;
      const agents: http.Agent[] = [shared];
      const kept = await five(() => {
        const agent = new http.Agent({ keepAlive: true });
        agents.push(agent);
        return agent;
      });
      const open = count("remotePort", "ESTABLISHED");
      agents.forEach((agent) => agent.destroy());
      return {
        "agent: false: ports of five requests": ports,
        "agent: false: TIME_WAIT at the server": ends[0],
        "agent: false: TIME_WAIT at the client": ends[1],
        "a new keepAlive Agent each: ports of five requests": kept,
        "a new keepAlive Agent each: connections that stay open": open,
      };
    },
  },
];
