import { spawn } from "node:child_process";
import { connect, createServer, type AddressInfo } from "node:net";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { descriptorOf, errorName, listen } from "../node.ts";
import { listener, tryBind } from "../tcp.ts";

const host = "127.0.0.1";

/** Listens on the descriptor 3, answers one connection and ends. */
const once = `
  const server = require("node:net").createServer((socket) => {
    socket.end("served", () => server.close());
  });
  server.on("error", (error) => console.log(error.code));
  server.listen({ fd: 3 });
`;

/** Starts the program with the descriptor as its third; when it has ended. */
function started(lab: Lab, fd: number): Promise<void> {
  const child = spawn(process.execPath, ["--no-warnings", "-e", once], { stdio: ["ignore", "inherit", "inherit", fd] });
  lab.onEnd(() => void child.kill());
  lab.note(`node starts with descriptor ${fd} as 3 and calls listen({ fd: 3 })`);
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/** What a client reads, or how its connection fails. */
function asked(lab: Lab): Promise<string> {
  return new Promise((resolve) => {
    const done = (outcome: string) => {
      lab.note(`connect(${host}:4000): ${outcome}`);
      resolve(outcome);
    };
    const socket = connect({ host, port: 4000 });
    socket.once("data", (bytes) => done(bytes.toString()));
    socket.once("error", (error) => done(errorName(error)));
  });
}

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
  {
    fact: "node-listener-held-by-supervisor",
    about: "node",
    expect: { "asked in the first run": "served", "asked between the runs": "served", bound: "held throughout" },
    control: { changes: "the supervisor keeps no descriptor of its own" },
    async run(lab) {
      const fd = listener(lab.sys, host, 4000, { reuseAddr: true });
      const first = started(lab, fd);
      const inFirst = await asked(lab);
      if (lab.either(false, true)) lab.sys.close(fd);
      await first;
      const waiting = asked(lab);
      const bound =
        tryBind(lab.sys, host, 4000, { reuseAddr: true }) === "EADDRINUSE" ? "held throughout" : "free in between";
      if (lab.either(true, false)) await started(lab, fd);
      return { "asked in the first run": inFirst, "asked between the runs": await waiting, bound };
    },
  },
];
