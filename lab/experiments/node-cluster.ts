import cluster from "node:cluster";
import { once } from "node:events";
import { ask, startWorker } from "../cluster-worker.ts";
import type { Experiment } from "../experiment.ts";
import { knowsReusePort, lacksReusePort } from "../node.ts";
import { countUntilQuiet } from "../pause.ts";
import { listener } from "../tcp.ts";

const host = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "cluster-shares-by-default",
    about: "node",
    expect: { "first worker": "OK", "second worker": "OK", "of ten connections each worker served": [5, 5] },
    control: { changes: "exclusive: true" },
    async run(lab) {
      const options = { host, port: 4000, exclusive: lab.either(false, true) };
      const [one, two] = [await startWorker(lab, { options }), await startWorker(lab, { options })];
      const served = new Map<string, number>();
      for (let i = 0; i < 10; i++) {
        const worker = await ask(4000);
        served.set(worker, (served.get(worker) ?? 0) + 1);
      }
      return {
        "first worker": one.outcome,
        "second worker": two.outcome,
        "of ten connections each worker served": [...served.values()],
      };
    },
  },
  {
    fact: "cluster-exclusive-conflicts",
    about: "node",
    expect: { "first worker": "OK", "second worker": "listen EADDRINUSE" },
    control: { changes: "exclusive: false" },
    async run(lab) {
      const options = { host, port: 4000, exclusive: lab.either(true, false) };
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
    control: { changes: "reusePort: false", notOn: lacksReusePort },
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
      const sharing = await leave({ host, port: 4000, reusePort: lab.either(true, false) }, 4000);
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
    control: { changes: "exclusive: true from the start" },
    async run(lab) {
      const ports = async (options: object) => [
        (await startWorker(lab, { options })).port,
        (await startWorker(lab, { options })).port,
      ];
      const [a, b] = await ports({ host, port: 0, exclusive: lab.either(false, true) });
      const [c, d] = await ports({ host, port: 0, exclusive: true });
      return { "same port by default": a === b, "same port with exclusive": c === d };
    },
  },
  {
    fact: "cluster-fd-is-the-primarys",
    about: "node",
    expect: {
      "listen({ fd }) of the primary's descriptor": "OK",
      "its port": 4000,
      "the worker's own descriptor, on port 4001, is listened on": false,
    },
    control: { changes: "the primary's descriptor is closed" },
    async run(lab) {
      const fd = lab.sys.socket({ forNode: true });
      lab.sys.bind(fd, host, 4000);
      if (lab.either(false, true)) lab.sys.close(fd);
      const { outcome, port } = await startWorker(lab, { options: { fd, exclusive: true } });
      const own = await startWorker(lab, { options: { host, port: 4001 }, ownFd: true });
      return {
        "listen({ fd }) of the primary's descriptor": outcome,
        "its port": port,
        "the worker's own descriptor, on port 4001, is listened on": own.outcome === "OK" && own.port === 4001,
      };
    },
  },
  {
    fact: "cluster-conflict-is-bind",
    about: "node",
    expect: { "a port that another socket holds": "bind EADDRINUSE" },
    control: { changes: "nobody holds the port" },
    async run(lab) {
      listener(lab.sys, host, lab.either(4000, 4001));
      return {
        "a port that another socket holds": (await startWorker(lab, { options: { host, port: 4000 } })).outcome,
      };
    },
  },
  {
    fact: "cluster-dgram",
    about: "node",
    expect: {
      "second worker by default": "OK",
      "answers to 20 datagrams, one from each worker that got it": 20,
      "second worker with exclusive": "bind EADDRINUSE",
    },
    control: { changes: "exclusive: true from the start" },
    async run(lab) {
      const second = async (options: object) => {
        await startWorker(lab, { options, udp: true });
        return (await startWorker(lab, { options, udp: true })).outcome;
      };
      const shared = await second({ address: host, port: 5000, exclusive: lab.either(false, true) });
      const sender = lab.sys.socket({ udp: true });
      let answers = 0;
      for (let i = 0; i < 20; i++) {
        lab.sys.sendto(sender, "x", host, 5000);
        if (typeof lab.sys.recv(sender, 64) === "number") answers++;
      }
      answers += countUntilQuiet(() => typeof lab.sys.recv(sender, 64, false) === "number");
      return {
        "second worker by default": shared,
        "answers to 20 datagrams, one from each worker that got it": answers,
        "second worker with exclusive": await second({ address: host, port: 5001, exclusive: true }),
      };
    },
  },
  {
    fact: "cluster-dgram-membership-once",
    about: "node",
    expect: { "first worker joins": "OK", "second worker joins": "addMembership EADDRINUSE" },
    control: { changes: "exclusive: true with reuseAddr, so that each worker has a socket of its own" },
    async run(lab) {
      const join = async () => {
        const options = { address: "0.0.0.0", port: 5000, exclusive: lab.either(false, true) };
        return (await startWorker(lab, { options, udp: true, reuseAddr: lab.either(false, true), join: "239.1.2.3" }))
          .outcome;
      };
      return { "first worker joins": await join(), "second worker joins": await join() };
    },
  },
];
