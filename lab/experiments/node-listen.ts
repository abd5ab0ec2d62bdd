import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, Server } from "node:net";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import type { Experiment } from "../experiment.ts";
import { descriptorOf, dialNode, lacksReusePort, listen, run, thrown } from "../node.ts";

const host = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "node-sets-reuse-addr",
    about: "node",
    expect: { "listen(4000)": 1, "listen(0)": 1, "exclusive: true": 1, "a restart over TIME_WAIT": "OK" },
    control: { changes: "listen() gets a descriptor without the option" },
    async run(lab) {
      const flag = async (options: object) => {
        const server = createServer();
        const fd = lab.sys.socket({ forNode: true });
        await listen(lab, server, lab.either({ host, ...options }, { fd }));
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
    expect: {
      address: "::",
      IPV6_V6ONLY: 0,
      "an IPv4 client": "OK",
      "127.0.0.1 beside it": "listen EADDRINUSE",
      "0.0.0.0 beside it": "listen EADDRINUSE",
      "address with net.ipv6.conf.all.disable_ipv6=1": "::",
    },
    control: { changes: "a host" },
    async run(lab) {
      const server = createServer();
      await listen(lab, server, ...lab.either([4000] as [number], [{ host: "::1", port: 4000 }] as [object]));
      const seen = {
        address: (server.address() as { address: string }).address,
        IPV6_V6ONLY: lab.sys.get(descriptorOf(server), "IPV6_V6ONLY"),
        "an IPv4 client": (await dialNode(lab, { host, port: 4000 })).outcome,
        "127.0.0.1 beside it": await listen(lab, createServer(), { host, port: 4000 }),
        "0.0.0.0 beside it": await listen(lab, createServer(), { host: "0.0.0.0", port: 4000 }),
      };
      lab.setSysctl("net.ipv6.conf.all.disable_ipv6", 1);
      const without = createServer();
      await listen(lab, without, 4001);
      const { address } = without.address() as { address: string };
      return { ...seen, "address with net.ipv6.conf.all.disable_ipv6=1": address };
    },
  },
  {
    fact: "node-port-as-string",
    about: "node",
    expect: {
      'listen({ port: "4000" })': "OK",
      port: 4000,
      'listen({ port: "abc" })': "ERR_SOCKET_BAD_PORT",
      'listen("abc") listens on': "abc",
    },
    control: { changes: "4001 in the string" },
    async run(lab) {
      const port = lab.either("4000", "4001") as unknown as number;
      const server = createServer();
      const outcome = await listen(lab, server, { host, port });
      const folder = mkdtempSync(join(tmpdir(), "lab-"));
      lab.onEnd(() => rmSync(folder, { recursive: true, force: true }));
      process.chdir(folder);
      const named = createServer();
      const wrong = await listen(lab, createServer(), { host, port: "abc" as unknown as number });
      await listen(lab, named, "abc" as unknown as number);
      return {
        'listen({ port: "4000" })': outcome,
        port: (server.address() as { port: number }).port,
        'listen({ port: "abc" })': wrong,
        'listen("abc") listens on': named.address() as string,
      };
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
    control: { changes: "the port is 4000" },
    async run(lab) {
      lab.range(40000, 40009);
      const server = createServer();
      const outcome = await listen(lab, server, ...lab.either([undefined] as [undefined], [4000] as [number]));
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
    control: { changes: "reusePort in its place", notOn: lacksReusePort },
    async run(lab) {
      const options = async (port: number, exclusive: boolean) => {
        const server = createServer();
        await listen(lab, server, { host, port, ...lab.either({ exclusive }, { reusePort: exclusive }) });
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
    control: { changes: "nobody holds the port" },
    async run(lab) {
      const server = createServer();
      await listen(lab, server, { host, port: 4000 });
      if (lab.either(false, true)) await new Promise((resolve) => server.close(resolve));
      let called = false;
      const outcome = await new Promise<string>((resolve) => {
        const server = createServer().once("error", (error: NodeJS.ErrnoException) =>
          setTimeout(() => resolve(`${error.syscall} ${error.code}`), 20),
        );
        server.listen(4000, host, () => (called = true)).once("listening", () => resolve("OK"));
      });
      const { code, stderr } = await run(lab, process.execPath, [
        "-e",
        `require("net").createServer().listen(4000, "${host}", process.exit)`,
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
      "descriptors left open, 'close' events": [0, 0],
      "close() then": "ERR_SERVER_NOT_RUNNING",
      again: "OK",
      "while it listens": "ERR_SERVER_ALREADY_LISTEN",
    },
    control: { changes: "nobody holds the port" },
    async run(lab) {
      const holder = createServer();
      await listen(lab, holder, { host, port: lab.either(4000, 4001) });
      let closes = 0;
      const server = createServer().on("close", () => closes++);
      const open = () => readdirSync("/proc/self/fd").length;
      const before = open();
      const first = await listen(lab, server, { host, port: 4000 });
      await lab.sleep(20);
      const left = [Math.max(0, open() - before), closes];
      const closed = await new Promise<string>((resolve) =>
        server.close((error) => resolve((error as NodeJS.ErrnoException | undefined)?.code ?? "OK")),
      );
      await new Promise((resolve) => holder.close(resolve));
      const again = await listen(lab, server, { host, port: 4000 });
      return {
        first,
        "descriptors left open, 'close' events": left,
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
    noControl: "it compares functions with each other; there is nothing to remove",
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
    needs: ["IPv6"],
    expect: { "listen on 127.0.0.1": "OK", "an IPv4 client": "OK" },
    control: { changes: "an IPv6 host" },
    async run(lab) {
      const server = { host: lab.either(host, "::"), port: 4000, ipv6Only: true };
      return {
        "listen on 127.0.0.1": await listen(lab, createServer(), server),
        "an IPv4 client": (await dialNode(lab, { host, port: 4000 })).outcome,
      };
    },
  },
];
