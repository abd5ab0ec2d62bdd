import { createServer, Server } from "node:net";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import tls from "node:tls";
import type { Experiment } from "../experiment.ts";
import { descriptorOf, dialNode, listen, run, thrown } from "../node.ts";

const host = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "node-sets-reuse-addr",
    about: "node",
    expect: { "listen(4000)": 1, "listen(0)": 1, "exclusive: true": 1, "a restart over TIME_WAIT": "OK" },
    async run(lab) {
      const flag = async (options: object) => {
        const server = createServer();
        await listen(lab, server, { host, ...options });
        return lab.sys.get(descriptorOf(server), "SO_REUSEADDR");
      };
      const first = createServer((socket) => socket.end());
      await listen(lab, first, { host, port: 4001 });
      const { socket } = await dialNode(lab, { host, port: 4001 });
      socket?.resume();
      await lab.until(() => lab.states(4001).includes("TIME_WAIT"));
      await new Promise((resolve) => first.close(resolve));
      return {
        "listen(4000)": await flag({ port: 4000 }),
        "listen(0)": await flag({ port: 0 }),
        "exclusive: true": await flag({ port: 4002, exclusive: true }),
        "a restart over TIME_WAIT": await listen(lab, createServer(), { host, port: 4001 }),
      };
    },
  },
  {
    fact: "node-listens-dual-stack",
    about: "node",
    needs: ["IPv6"],
    expect: { address: "::", IPV6_V6ONLY: 0, "an IPv4 client": "OK", "127.0.0.1 beside it": "listen EADDRINUSE" },
    async run(lab) {
      const server = createServer();
      await listen(lab, server, 4000);
      return {
        address: (server.address() as { address: string }).address,
        IPV6_V6ONLY: lab.sys.get(descriptorOf(server), "IPV6_V6ONLY"),
        "an IPv4 client": (await dialNode(lab, { host, port: 4000 })).outcome,
        "127.0.0.1 beside it": await listen(lab, createServer(), { host, port: 4000 }),
      };
    },
  },
  {
    fact: "node-port-as-string",
    about: "node",
    expect: { 'listen({ port: "4000" })': "OK", port: 4000 },
    async run(lab) {
      const server = createServer();
      const outcome = await listen(lab, server, { host, port: "4000" as unknown as number });
      return { 'listen({ port: "4000" })': outcome, port: (server.address() as { port: number }).port };
    },
  },
  {
    fact: "node-undefined-port-is-random",
    about: "node",
    expect: {
      "listen(undefined)": "OK",
      "its port is in the range": true,
      "listen({ port: undefined })": "OK",
      "listen({})": "ERR_INVALID_ARG_VALUE",
    },
    async run(lab) {
      lab.range(40000, 40009);
      const server = createServer();
      const outcome = await listen(lab, server, undefined);
      const { port } = server.address() as { port: number };
      return {
        "listen(undefined)": outcome,
        "its port is in the range": port >= 40000 && port <= 40009,
        "listen({ port: undefined })": await listen(lab, createServer(), { port: undefined } as object),
        "listen({})": await listen(lab, createServer(), {}),
      };
    },
  },
  {
    fact: "node-exclusive-is-no-socket-option",
    about: "node",
    expect: {
      "options as without it": true,
      "a second listen with it": "listen EADDRINUSE",
      "a second listen without it": "listen EADDRINUSE",
    },
    async run(lab) {
      const options = async (port: number, exclusive: boolean) => {
        const server = createServer();
        await listen(lab, server, { host, port, exclusive });
        const fd = descriptorOf(server);
        return JSON.stringify([lab.sys.get(fd, "SO_REUSEADDR"), lab.sys.get(fd, "SO_REUSEPORT")]);
      };
      const same = (await options(4000, true)) === (await options(4001, false));
      return {
        "options as without it": same,
        "a second listen with it": await listen(lab, createServer(), { host, port: 4000, exclusive: true }),
        "a second listen without it": await listen(lab, createServer(), { host, port: 4000 }),
      };
    },
  },
  {
    fact: "node-listen-error-is-an-event",
    about: "node",
    expect: {
      "the 'error' event": "listen EADDRINUSE",
      "the callback was called": false,
      "without a listener, exit code": 1,
      "it says": true,
    },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      let called = false;
      const outcome = await new Promise<string>((resolve) => {
        const server = createServer().once("error", (error: NodeJS.ErrnoException) =>
          setTimeout(() => resolve(`${error.syscall} ${error.code}`), 20),
        );
        server.listen(4000, host, () => (called = true));
      });
      const { code, stderr } = await run(lab, process.execPath, [
        "-e",
        `require("net").createServer().listen(4000, "${host}")`,
      ]);
      return {
        "the 'error' event": outcome,
        "the callback was called": called,
        "without a listener, exit code": code,
        "it says": stderr.includes("Unhandled 'error' event"),
      };
    },
  },
  {
    fact: "node-listen-may-be-retried",
    about: "node",
    expect: {
      first: "listen EADDRINUSE",
      "close() then": "ERR_SERVER_NOT_RUNNING",
      again: "OK",
      "while it listens": "ERR_SERVER_ALREADY_LISTEN",
    },
    async run(lab) {
      const holder = createServer();
      await listen(lab, holder, { host, port: 4000 });
      const server = createServer();
      const first = await listen(lab, server, { host, port: 4000 });
      const closed = await new Promise<string>((resolve) =>
        server.close((error) => resolve((error as NodeJS.ErrnoException | undefined)?.code ?? "OK")),
      );
      await new Promise((resolve) => holder.close(resolve));
      const again = await listen(lab, server, { host, port: 4000 });
      return {
        first,
        "close() then": closed,
        again,
        "while it listens": thrown(() => server.listen({ host, port: 4000 })),
      };
    },
  },
  {
    fact: "node-servers-share-net-listen",
    about: "node",
    expect: { http: true, https: true, http2: true, "http2, secure": true, tls: true },
    run() {
      const same = (server: { listen: unknown }) => server.listen === Server.prototype.listen;
      return {
        http: same(http.createServer()),
        https: same(https.createServer()),
        http2: same(http2.createServer()),
        "http2, secure": same(http2.createSecureServer()),
        tls: same(tls.createServer()),
      };
    },
  },
  {
    fact: "node-ipv6-only-on-ipv4-host",
    about: "node",
    expect: { "listen on 127.0.0.1": "OK" },
    run: async (lab) => ({
      "listen on 127.0.0.1": await listen(lab, createServer(), { host, port: 4000, ipv6Only: true }),
    }),
  },
];
