import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWorker } from "../cluster-worker.ts";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { descriptorOf, knowsReusePort, lacksReusePort, listen } from "../node.ts";

const host = "127.0.0.1";

/** SO_REUSEPORT of a server that listens so. */
async function flag(
  lab: Lab,
  ...args: Parameters<typeof listen> extends [Lab, infer _, ...infer Rest] ? Rest : never
): Promise<number | string> {
  const server = createServer();
  await listen(lab, server, ...args);
  return lab.sys.get(descriptorOf(server), "SO_REUSEPORT");
}

export const experiments: readonly Experiment[] = [
  {
    fact: "node-reuse-port-versions",
    about: "node",
    expect: (on) =>
      knowsReusePort(on)
        ? { SO_REUSEPORT: 1, "a second listen": "OK", "a third without it": "listen EADDRINUSE" }
        : { SO_REUSEPORT: 0, "a second listen": "listen EADDRINUSE", "a third without it": "listen EADDRINUSE" },
    control: { changes: "reusePort: false", notOn: lacksReusePort },
    async run(lab) {
      const reusePort = lab.either(true, false);
      return {
        SO_REUSEPORT: await flag(lab, { host, port: 4000, reusePort }),
        "a second listen": await listen(lab, createServer(), { host, port: 4000, reusePort }),
        "a third without it": await listen(lab, createServer(), { host, port: 4000 }),
      };
    },
  },
  {
    fact: "node-reuse-port-strict-true",
    about: "node",
    expect: (on) => ({ true: knowsReusePort(on) ? 1 : 0, '"yes"': 0, "1": 0 }),
    control: { changes: "true in every place", notOn: lacksReusePort },
    async run(lab) {
      const loose = (port: number, reusePort: unknown) =>
        flag(lab, { host, port, reusePort: lab.either(reusePort, true) as boolean });
      return { true: await loose(4000, true), '"yes"': await loose(4001, "yes"), "1": await loose(4002, 1) };
    },
  },
  {
    fact: "node-reuse-port-second-argument",
    about: "node",
    expect: (on) => ({
      "listen(4000, { reusePort: true })": 0,
      "listen({ port: 4001, reusePort: true })": knowsReusePort(on) ? 1 : 0,
    }),
    control: { changes: "the options are the first argument", notOn: lacksReusePort },
    async run(lab) {
      return {
        "listen(4000, { reusePort: true })": await flag(
          lab,
          ...lab.either([4000, { reusePort: true }] as [number, object], [{ port: 4000, reusePort: true }] as [object]),
        ),
        "listen({ port: 4001, reusePort: true })": await flag(lab, { port: 4001, reusePort: true }),
      };
    },
  },
  {
    fact: "node-reuse-port-create-server",
    about: "node",
    expect: { net: 0, http: 0, https: 0 },
    control: { changes: "the options go to listen()", notOn: lacksReusePort },
    async run(lab) {
      const options = { reusePort: true } as object;
      const of = async (server: ReturnType<typeof createServer>, port: number) => {
        await listen(lab, server, { host, port, ...lab.either({}, options) });
        return lab.sys.get(descriptorOf(server), "SO_REUSEPORT");
      };
      return {
        net: await of(createServer(options), 4000),
        http: await of(http.createServer(options), 4001),
        https: await of(https.createServer(options), 4002),
      };
    },
  },
  {
    fact: "node-reuse-port-path",
    about: "node",
    expect: {
      "first listen": "OK",
      "second listen": "listen EADDRINUSE",
      "two cluster workers on a path": ["OK", "OK"],
    },
    control: { changes: "another path for the second, and exclusive: true in the workers" },
    async run(lab) {
      const folder = mkdtempSync(join(tmpdir(), "lab-"));
      lab.onEnd(() => rmSync(folder, { recursive: true, force: true }));
      const path = join(folder, "s");
      const shared = { path: join(folder, "w"), exclusive: lab.either(false, true) };
      const workers = [];
      for (let i = 0; i < 2; i++) workers.push((await startWorker(lab, { options: shared })).outcome);
      return {
        "two cluster workers on a path": workers,
        "first listen": await listen(lab, createServer(), { path, reusePort: true }),
        "second listen": await listen(lab, createServer(), { path: lab.either(path, `${path}2`), reusePort: true }),
      };
    },
  },
  {
    fact: "node-reuse-port-port-zero",
    about: "node",
    expect: { listeners: 5, "different ports": 5 },
    control: { changes: "one number for all", notOn: lacksReusePort },
    async run(lab) {
      const servers = Array.from({ length: 5 }, () => createServer());
      const outcomes: string[] = [];
      for (const server of servers)
        outcomes.push(await listen(lab, server, { host, port: lab.either(0, 4000), reusePort: true }));
      const ports = servers.map((server) => (server.address() as { port: number }).port);
      return { listeners: outcomes.filter((each) => each === "OK").length, "different ports": new Set(ports).size };
    },
  },
  {
    fact: "node-reuse-port-mutates-options",
    about: "node",
    expect: (on) =>
      knowsReusePort(on)
        ? { "exclusive afterwards": true, "a frozen object": "TypeError" }
        : { "exclusive afterwards": null, "a frozen object": "OK" },
    control: { changes: "reusePort: false", notOn: lacksReusePort },
    async run(lab) {
      const options: { host: string; port: number; reusePort: boolean; exclusive?: boolean } = {
        host,
        port: 4000,
        reusePort: lab.either(true, false),
      };
      await listen(lab, createServer(), options);
      return {
        "exclusive afterwards": options.exclusive ?? null,
        "a frozen object": await listen(lab, createServer(), Object.freeze({ ...options, port: 4001 })),
      };
    },
  },
];
