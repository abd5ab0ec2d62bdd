import { createServer } from "node:net";
import { Worker } from "node:worker_threads";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { errorName, knowsReusePort, listen } from "../node.ts";
import { atLeast } from "../versions.ts";

const host = "127.0.0.1";

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
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      await listen(lab, createServer(), { host, port: 4001, reusePort: true });
      return {
        "a thread beside the main one": await listenInThread(lab, { host, port: 4000 }),
        "both with reusePort": await listenInThread(lab, { host, port: 4001, reusePort: true }),
      };
    },
  },
  {
    fact: "node-server-transfer",
    about: "node",
    expect: ({ node }) => {
      const has = atLeast(node, 26, 10) || (node[0] === 24 && atLeast(node, 24, 21));
      // Between the two last tried without and with it nobody looked.
      const unknown =
        (node[0] === 26 && atLeast(node, 26, 5) && !has) || (node[0] === 24 && atLeast(node, 24, 19) && !has);
      return {
        "postMessage(server, [server])": has
          ? "OK"
          : unknown
            ? { oneOf: ["OK", "DataCloneError"] }
            : { oneOf: ["DataCloneError", "ERR_INVALID_TRANSFER_OBJECT"] },
      };
    },
    async run(lab) {
      const server = createServer();
      await listen(lab, server, { host, port: 4000 });
      const worker = new Worker(`require("node:worker_threads").parentPort.once("message", () => {});`, { eval: true });
      lab.onEnd(() => worker.terminate());
      try {
        worker.postMessage(server, [server as never]);
        return { "postMessage(server, [server])": "OK" };
      } catch (error) {
        return {
          "postMessage(server, [server])":
            error instanceof Error && error.name === "DataCloneError" ? error.name : errorName(error),
        };
      }
    },
  },
];
