import http from "node:http";
import { createRequire } from "node:module";
import type * as Undici from "undici";
import type { Experiment } from "../experiment.ts";
import { listen } from "../node.ts";
import { tcpTable } from "../proc.ts";

const PORT = 4000;
const REQUESTS = 5;

export const experiments: readonly Experiment[] = [
  {
    fact: "undici-agent-per-request",
    about: "node",
    needs: ["undici"],
    expect: {
      "connections of five requests, each with an Agent of its own": REQUESTS,
      "TIME_WAIT at the client": REQUESTS,
      "TIME_WAIT at the server": 0,
    },
    control: { changes: "one Agent for all requests" },
    async run(lab) {
      const { Agent, request } = createRequire(process.argv[1] as string)("undici") as typeof Undici;
      const seen = new Set<number | undefined>();
      const server = http.createServer(({ socket }, response) => {
        seen.add(socket.remotePort);
        response.end("ok");
      });
      await listen(lab, server, { host: "127.0.0.1", port: PORT });
      const shared = new Agent();
      lab.onEnd(() => void shared.destroy());
      for (let i = 0; i < REQUESTS; i++) {
        const dispatcher = lab.either(new Agent(), shared);
        const { body } = await request(`http://127.0.0.1:${PORT}/`, { dispatcher });
        lab.note(`undici: ${await body.text()}`);
      }
      const count = (where: "localPort" | "remotePort") =>
        tcpTable().filter((each) => each[where] === PORT && each.state === "TIME_WAIT").length;
      // The server keeps an idle connection for 5 seconds; nobody calls close() on the agents.
      await lab.until(() => count("localPort") + count("remotePort") >= lab.either(REQUESTS, 1), 5);
      return {
        "connections of five requests, each with an Agent of its own": seen.size,
        "TIME_WAIT at the client": count("remotePort"),
        "TIME_WAIT at the server": count("localPort"),
      };
    },
  },
];
