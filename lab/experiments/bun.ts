import { createServer } from "node:net";
import { inBun } from "../bun-script.ts";
import type { Experiment } from "../experiment.ts";
import { listener } from "../tcp.ts";
import { listen } from "../node.ts";

export const experiments: readonly Experiment[] = [
  {
    fact: "bun-does-not-share-by-default",
    needs: ["bun"],
    expect: { "second Bun.serve": "EADDRINUSE", "both with reusePort": "OK", "Bun.listen, both with reusePort": "OK" },
    control: { changes: "reusePort: false" },
    run: (lab) =>
      inBun(
        lab,
        `const fetch = () => new Response("x"); const hostname = "127.0.0.1";
        Bun.serve({ hostname, port: 4000, fetch });
        seen["second Bun.serve"] = attempt(() => Bun.serve({ hostname, port: 4000, fetch }));
        Bun.serve({ hostname, port: 4001, reusePort: ${lab.either(true, false)}, fetch });
        seen["both with reusePort"] = attempt(() => Bun.serve({ hostname, port: 4001, reusePort: ${lab.either(true, false)}, fetch }));
        const socket = { data() {} };
        Bun.listen({ hostname, port: 4002, reusePort: ${lab.either(true, false)}, socket });
        seen["Bun.listen, both with reusePort"] = attempt(() => Bun.listen({ hostname, port: 4002, reusePort: ${lab.either(true, false)}, socket }));`,
      ),
  },
  {
    fact: "bun-http-ignores-reuse-port",
    needs: ["bun"],
    expect: { "node:http, both with reusePort": "EADDRINUSE", "node:net, both with reusePort": "OK" },
    control: { changes: "reusePort: false" },
    run: (lab) =>
      inBun(
        lab,
        `const http = require("node:http"), net = require("node:net");
        const two = async (make, port) => {
          const options = { host: "127.0.0.1", port, reusePort: ${lab.either(true, false)} };
          const [one, other] = [make(), make()];
          await emitted(one, "listening", () => one.listen(options));
          return emitted(other, "listening", () => other.listen(options));
        };
        seen["node:http, both with reusePort"] = await two(() => http.createServer(), 4000);
        seen["node:net, both with reusePort"] = await two(() => net.createServer(), 4001);`,
      ),
  },
  {
    fact: "bun-empty-port",
    needs: ["bun"],
    expect: {
      "net: listen, listen({ port })": ["the kernel's choice", "ERR_SOCKET_BAD_PORT"],
      "http: listen, listen({ port })": [3000, 3000],
      "Bun.listen": "the kernel's choice",
      "Bun.serve": 3000,
      'http: "1e3"': 1,
    },
    control: { changes: "another port in the text" },
    run(lab) {
      lab.range(40000, 40009);
      return inBun(
        lab,
        `const http = require("node:http"), net = require("node:net");
        delete process.env.PORT; delete process.env.BUN_PORT; delete process.env.NODE_PORT;
        const text = "${lab.either("", "4000")}";
        const at = (port) => port >= 40000 && port <= 40009 ? "the kernel's choice" : port;
        const on = (server, where) => new Promise((resolve) => {
          server.once("error", (error) => resolve(error.code));
          try { server.listen(where, () => { const { port } = server.address(); server.close(() => resolve(at(port))); }); } catch (error) { resolve(error.code); }
        });
        seen["net: listen, listen({ port })"] = [await on(net.createServer(), text), await on(net.createServer(), { port: text })];
        seen["http: listen, listen({ port })"] = [await on(http.createServer(), text), await on(http.createServer(), { port: text })];
        const socket = Bun.listen({ hostname: "127.0.0.1", port: text, socket: { data() {} } });
        seen["Bun.listen"] = at(socket.port);
        socket.stop(true);
        const server = Bun.serve({ port: text, fetch: () => new Response("x") });
        seen["Bun.serve"] = at(server.port);
        server.stop(true);
        seen['http: "1e3"'] = await on(http.createServer(), "${lab.either("1e3", "1000")}");`,
      );
    },
  },
  {
    fact: "bun-exclusive-wins",
    needs: ["bun"],
    expect: { "both with reusePort and exclusive": "EADDRINUSE" },
    control: { changes: "exclusive: false" },
    run: (lab) =>
      inBun(
        lab,
        `const options = { hostname: "127.0.0.1", port: 4000, reusePort: true, exclusive: ${lab.either(true, false)}, socket: { data() {} } };
        Bun.listen({ ...options });
        seen["both with reusePort and exclusive"] = attempt(() => Bun.listen({ ...options }));`,
      ),
  },
  {
    fact: "bun-dgram-reuse",
    needs: ["bun"],
    expect: { "no option": "EADDRINUSE", reuseAddr: "OK", reusePort: "OK", "typeof net.BoundSocket": "undefined" },
    control: { changes: "no options" },
    run: (lab) =>
      inBun(
        lab,
        `const dgram = require("node:dgram");
        const two = async (options, port) => {
          const make = () => dgram.createSocket({ type: "udp4", ...options });
          const [one, other] = [make(), make()];
          await emitted(one, "listening", () => one.bind(port, "127.0.0.1"));
          return emitted(other, "listening", () => other.bind(port, "127.0.0.1"));
        };
        seen["no option"] = await two({}, 5000);
        seen.reuseAddr = await two({ ${lab.either("", "no")}reuseAddr: true }, 5001);
        seen.reusePort = await two({ ${lab.either("", "no")}reusePort: true }, 5002);
        seen["typeof net.BoundSocket"] = typeof require("node:net").BoundSocket;`,
      ),
  },
  {
    fact: "bun-local-address-binds",
    needs: ["bun"],
    expect: { "localAddress, two destinations, ten ports": 10, "no localAddress": 20 },
    control: { changes: "no localAddress" },
    async run(lab) {
      for (const port of [4000, 4001]) listener(lab.sys, "127.0.0.1", port);
      // Ranges apart, so that what is left of the one does not count in the other.
      const spend = (first: number, name: string, options: string) => {
        lab.range(first, first + 9);
        return inBun(
          lab,
          `const net = require("node:net");
          seen["${name}"] = 0; const kept = [];
          for (let i = 0; i < 24; i++) {
            const socket = new net.Socket(); kept.push(socket);
            if (await emitted(socket, "connect", () => socket.connect({ host: "127.0.0.1", port: 4000 + (i % 2), ...${options} })) === "OK") seen["${name}"]++;
          }`,
        );
      };
      return {
        ...(await spend(40000, "no localAddress", "{}")),
        ...(await spend(
          41000,
          "localAddress, two destinations, ten ports",
          lab.either(`{ localAddress: "127.0.0.2" }`, "{}"),
        )),
      };
    },
  },
  {
    fact: "bun-localhost-second-copy",
    needs: ["bun", "IPv6"],
    expect: {
      "three times Bun.serve on localhost": ["OK", "OK", "EADDRINUSE"],
      "three times node:http": ["OK", "OK", "EADDRINUSE"],
      "three times node:net": ["OK", "OK", "EADDRINUSE"],
      "three times node:net in Node.js": ["OK", "listen EADDRINUSE", "listen EADDRINUSE"],
    },
    control: { changes: "localhost has an IPv4 address only" },
    async run(lab) {
      const hosts = lab.either("127.0.0.1 localhost\n::1 localhost\n", "127.0.0.1 localhost\n");
      const seen = await inBun(
        lab,
        `const http = require("node:http"), net = require("node:net");
        const serve = () => attempt(() => Bun.serve({ hostname: "localhost", port: 4000, fetch: () => new Response("x") }));
        seen["three times Bun.serve on localhost"] = [serve(), serve(), serve()];
        const three = async (make, port) => {
          const outcomes = [];
          for (let i = 0; i < 3; i++) { const server = make(); outcomes.push(await emitted(server, "listening", () => server.listen(port, "localhost"))); }
          return outcomes;
        };
        seen["three times node:http"] = await three(() => http.createServer(), 4001);
        seen["three times node:net"] = await three(() => net.createServer(), 4002);`,
        hosts,
      );
      const node: string[] = [];
      for (let i = 0; i < 3; i++) node.push(await listen(lab, createServer(), { host: "localhost", port: 4003 }));
      return { ...seen, "three times node:net in Node.js": node };
    },
  },
];
