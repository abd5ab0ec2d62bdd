import { createServer } from "node:net";
import type { Experiment } from "../experiment.ts";
import { knowsReusePort, listen, runScript } from "../node.ts";

const host = "127.0.0.1";

/** Listens with reusePort in another process, which becomes another user before or after it. */
const script = (when: "before" | "after") => `
  const drop = () => { process.setgroups([]); process.setgid(1234); process.setuid(1234); };
  if (${when === "before"}) drop();
  const server = require("node:net").createServer();
  const done = (outcome) => { if (${when === "after"}) drop(); console.log(outcome); process.exit(0); };
  server.on("error", (error) => done(error.syscall + " " + error.code));
  server.listen({ host: "${host}", port: 4000, reusePort: true }, () => done("OK"));
`;

export const experiments: readonly Experiment[] = [
  {
    fact: "node-users-and-reuse-port",
    about: "node",
    needs: ["other users"],
    notOn: (on) => (knowsReusePort(on) ? null : "needs Node.js 22.12 or later for reusePort"),
    expect: { "setuid() before listen()": "listen EADDRINUSE", "listen() before setuid()": "OK" },
    control: { changes: "nobody becomes another user" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000, reusePort: true });
      return {
        "setuid() before listen()": await runScript(lab, lab.either(script("before"), script("after"))),
        "listen() before setuid()": await runScript(lab, script("after")),
      };
    },
  },
];
