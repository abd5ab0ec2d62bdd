import cluster from "node:cluster";
import { once } from "node:events";
import { ask, startWorker } from "../cluster-worker.ts";
import type { Experiment } from "../experiment.ts";
import { knowsReusePort } from "../node.ts";
import { listener } from "../tcp.ts";

const host = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "cluster-shares-by-default",
    about: "node",
    expect: { "first worker": "OK", "second worker": "OK", "workers that served ten connections": 2 },
    async run(lab) {
      const options = { host, port: 4000 };
      const [one, two] = [await startWorker(lab, { options }), await startWorker(lab, { options })];
      const served = new Set<string>();
      for (let i = 0; i < 10; i++) served.add(await ask(4000));
      return {
        "first worker": one.outcome,
        "second worker": two.outcome,
        "workers that served ten connections": served.size,
      };
    },
  },
  {
    fact: "cluster-exclusive-conflicts",
    about: "node",
    expect: { "first worker": "OK", "second worker": "listen EADDRINUSE" },
    async run(lab) {
      const options = { host, port: 4000, exclusive: true };
      return {
        "first worker": (await startWorker(lab, { options })).outcome,
        "second worker": (await startWorker(lab, { options })).outcome,
      };
    },
  },
  {
    fact: "cluster-reuse-port-bypasses-primary",
    about: "node",
    expect: (on) =>
      knowsReusePort(on)
        ? {
            listening: "OK",
            "'listening' events at the primary": 0,
            "connecting after worker.disconnect()": "served",
            "a plain worker's events": 1,
            "connecting after its disconnect()": "connect ECONNREFUSED",
          }
        : {
            listening: "OK",
            "'listening' events at the primary": 1,
            "connecting after worker.disconnect()": "connect ECONNREFUSED",
            "a plain worker's events": 1,
            "connecting after its disconnect()": "connect ECONNREFUSED",
          },
    async run(lab) {
      let events = 0;
      cluster.on("listening", () => events++);
      const leave = async (options: object, port: number) => {
        events = 0;
        const { outcome, worker } = await startWorker(lab, { options });
        await lab.until(() => events > 0, 1);
        const seen = events;
        const gone = once(worker, "disconnect");
        worker.disconnect();
        await gone;
        let answer = await ask(port);
        for (let turn = 0; turn < 10 && answer !== "connect ECONNREFUSED"; turn++) {
          await lab.sleep(100);
          answer = await ask(port);
        }
        lab.note(`port ${port} after worker.disconnect(): ${answer}`);
        return { outcome, seen, answer: /^\d+$/.test(answer) ? "served" : answer };
      };
      const sharing = await leave({ host, port: 4000, reusePort: true }, 4000);
      const plain = await leave({ host, port: 4001 }, 4001);
      return {
        listening: sharing.outcome,
        "'listening' events at the primary": sharing.seen,
        "connecting after worker.disconnect()": sharing.answer,
        "a plain worker's events": plain.seen,
        "connecting after its disconnect()": plain.answer,
      };
    },
  },
  {
    fact: "cluster-port-zero",
    about: "node",
    expect: { "same port by default": true, "same port with exclusive": false },
    async run(lab) {
      const ports = async (options: object) => [
        (await startWorker(lab, { options })).port,
        (await startWorker(lab, { options })).port,
      ];
      const [a, b] = await ports({ host, port: 0 });
      const [c, d] = await ports({ host, port: 0, exclusive: true });
      return { "same port by default": a === b, "same port with exclusive": c === d };
    },
  },
  {
    fact: "cluster-fd-is-the-primarys",
    about: "node",
    expect: { "listen({ fd }) of the primary's descriptor": "OK", "its port": 4000 },
    async run(lab) {
      const fd = lab.sys.socket({ forNode: true });
      lab.sys.bind(fd, host, 4000);
      const { outcome, port } = await startWorker(lab, { options: { fd, exclusive: true } });
      return { "listen({ fd }) of the primary's descriptor": outcome, "its port": port };
    },
  },
  {
    fact: "cluster-conflict-is-bind",
    about: "node",
    expect: { "a port that another socket holds": "bind EADDRINUSE" },
    async run(lab) {
      listener(lab.sys, host, 4000);
      return {
        "a port that another socket holds": (await startWorker(lab, { options: { host, port: 4000 } })).outcome,
      };
    },
  },
  {
    fact: "cluster-dgram",
    about: "node",
    expect: { "second worker by default": "OK", "second worker with exclusive": "bind EADDRINUSE" },
    async run(lab) {
      const second = async (options: object) => {
        await startWorker(lab, { options, udp: true });
        return (await startWorker(lab, { options, udp: true })).outcome;
      };
      return {
        "second worker by default": await second({ address: host, port: 5000 }),
        "second worker with exclusive": await second({ address: host, port: 5001, exclusive: true }),
      };
    },
  },
];
