import { once } from "node:events";
import { createServer } from "node:net";
import { Worker } from "node:worker_threads";
import { ask } from "../cluster-worker.ts";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { errorName, knowsReusePort, listen } from "../node.ts";
import { atLeast } from "../versions.ts";
import type { Host } from "../control.ts";

const host = "127.0.0.1";

/** Whether this Node.js can hand a server to a thread. */
const transfers = ({ node }: Host) => atLeast(node, 26, 6) || (node[0] === 24 && atLeast(node, 24, 20));

/** Listens in another thread; the outcome as of {@link listen}. */
function listenInThread(lab: Lab, options: object): Promise<string> {
  const source = `
    const { parentPort, workerData } = require("node:worker_threads");
    const server = require("node:net").createServer();
    server.on("error", (error) => parentPort.postMessage(error.syscall + " " + error.code));
    server.listen(workerData, () => parentPort.postMessage("OK"));
  `;
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true, workerData: options });
    lab.onEnd(() => worker.terminate());
    worker.once(
      "message",
      (outcome: string) => (
        lab.note(`thread: server.listen(${JSON.stringify(options)}): ${outcome}`),
        resolve(outcome)
      ),
    );
    worker.once("error", reject);
  });
}

export const experiments: readonly Experiment[] = [
  {
    fact: "node-worker-threads-conflict",
    about: "node",
    expect: (on) => ({
      "a thread beside the main one": "listen EADDRINUSE",
      "both with reusePort": knowsReusePort(on) ? "OK" : "listen EADDRINUSE",
    }),
    control: { changes: "the thread takes another port" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      await listen(lab, createServer(), { host, port: 4001, reusePort: true });
      return {
        "a thread beside the main one": await listenInThread(lab, { host, port: lab.either(4000, 4002) }),
        "both with reusePort": await listenInThread(lab, { host, port: 4001, reusePort: true }),
      };
    },
  },
  {
    fact: "node-server-transfer",
    about: "node",
    expect: (on) =>
      transfers(on)
        ? { "postMessage(server, [server])": "OK", "who serves the next connection": "the thread" }
        : { "postMessage(server, [server])": { oneOf: ["DataCloneError", "ERR_INVALID_TRANSFER_OBJECT"] } },
    control: {
      changes: "the server is not in the list of transfers",
      notOn: (on) => (transfers(on) ? null : "needs a Node.js that can transfer a server"),
    },
    async run(lab) {
      const server = createServer((socket) => socket.end("the main thread"));
      await listen(lab, server, { host, port: 4000 });
      const worker = new Worker(
        `const { parentPort } = require("node:worker_threads");
        parentPort.once("message", (server) => {
          server.on("connection", (socket) => socket.end("the thread"));
          parentPort.postMessage("ready");
        });`,
        { eval: true },
      );
      lab.onEnd(() => worker.terminate());
      try {
        worker.postMessage(server, lab.either([server as never], []));
      } catch (error) {
        const name = error instanceof Error && error.name === "DataCloneError" ? error.name : errorName(error);
        return { "postMessage(server, [server])": name };
      }
      await once(worker, "message");
      return { "postMessage(server, [server])": "OK", "who serves the next connection": await ask(4000) };
    },
  },
];
