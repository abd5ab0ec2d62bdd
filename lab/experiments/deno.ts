import { inDeno } from "../deno-script.ts";
import type { Experiment } from "../experiment.ts";
import { listener } from "../tcp.ts";

export const experiments: readonly Experiment[] = [
  {
    fact: "deno-reuse-port",
    needs: ["deno"],
    expect: {
      "Deno.listen twice": "AddrInUse",
      "Deno.serve twice": "AddrInUse",
      "Deno.listen, both with reusePort": "OK",
      "Deno.serve, both with reusePort": "OK",
      "node:http, both with reusePort": "OK",
      "node:net, both with reusePort": "OK",
    },
    control: { changes: "reusePort: false" },
    run: (lab) =>
      inDeno(
        lab,
        `const hostname = "127.0.0.1";
        Deno.listen({ hostname, port: 4000 });
        const named = (action) => { try { action(); return "OK"; } catch (error) { return error.name; } };
        seen["Deno.listen twice"] = named(() => Deno.listen({ hostname, port: 4000 }));
        seen["Deno.serve twice"] = named(() => Deno.serve({ hostname, port: 4000, onListen() {} }, () => new Response("x")));
        Deno.listen({ hostname, port: 4001, reusePort: ${lab.either(true, false)} });
        seen["Deno.listen, both with reusePort"] = attempt(() => Deno.listen({ hostname, port: 4001, reusePort: ${lab.either(true, false)} }));
        const serve = () => Deno.serve({ hostname, port: 4002, reusePort: ${lab.either(true, false)}, onListen() {} }, () => new Response("x"));
        serve();
        seen["Deno.serve, both with reusePort"] = attempt(serve);
        const two = async (make, port) => {
          const [one, other] = [make(), make()];
          await emitted(one, "listening", () => one.listen({ host: hostname, port, reusePort: ${lab.either(true, false)} }));
          return emitted(other, "listening", () => other.listen({ host: hostname, port, reusePort: ${lab.either(true, false)} }));
        };
        const http = await import("node:http"), net = await import("node:net");
        seen["node:http, both with reusePort"] = await two(() => http.createServer(), 4003);
        seen["node:net, both with reusePort"] = await two(() => net.createServer(), 4004);`,
      ),
  },
  {
    fact: "deno-dgram-port-text",
    needs: ["deno"],
    expect: { 'bind("5000")': "UNKNOWN", 'bind({ port: "5000" })': "UNKNOWN", "bind(5000)": "OK" },
    control: { changes: "numbers" },
    run: (lab) =>
      inDeno(
        lab,
        `const dgram = await import("node:dgram");
        const bound = (port) => { const socket = dgram.createSocket("udp4"); return emitted(socket, "listening", () => socket.bind(port)); };
        seen['bind("5000")'] = await bound(${lab.either('"5000"', "5001")});
        seen['bind({ port: "5000" })'] = await bound({ port: ${lab.either('"5000"', "5002")} });
        seen["bind(5000)"] = await bound(5000);`,
      ),
  },
  {
    fact: "deno-datagram-options",
    needs: ["deno"],
    expect: {
      "Deno.listenDatagram without --unstable-net": "undefined",
      "both with reuseAddress": "OK",
      "both with reusePort": "EADDRINUSE",
      "node:dgram, both with reusePort": "EADDRINUSE",
    },
    control: { changes: "reuseAddress: false" },
    run: async (lab) => ({
      ...(await inDeno(lab, `seen["Deno.listenDatagram without --unstable-net"] = typeof Deno.listenDatagram;`, [])),
      ...(await inDeno(
        lab,
        `const open = (options) => Deno.listenDatagram({ transport: "udp", hostname: "127.0.0.1", ...options });
        open({ port: 5000, reuseAddress: ${lab.either(true, false)} });
        seen["both with reuseAddress"] = attempt(() => open({ port: 5000, reuseAddress: ${lab.either(true, false)} }));
        open({ port: 5001, reusePort: true });
        seen["both with reusePort"] = attempt(() => open({ port: 5001, reusePort: true }));
        const dgram = await import("node:dgram");
        const make = () => dgram.createSocket({ type: "udp4", reusePort: true });
        const [one, other] = [make(), make()];
        await emitted(one, "listening", () => one.bind(5002, "127.0.0.1"));
        seen["node:dgram, both with reusePort"] = await emitted(other, "listening", () => other.bind(5002, "127.0.0.1"));`,
      )),
    }),
  },
  {
    fact: "deno-local-address-binds",
    needs: ["deno"],
    expect: { "localAddress, two destinations, ten ports": 10, "no localAddress": 20 },
    control: { changes: "no localAddress" },
    async run(lab) {
      for (const port of [4000, 4001]) listener(lab.sys, "127.0.0.1", port);
      // A range of its own for each, since ports that were bound are lost to connections for a while.
      const spend = (name: string, options: object, first: number) => {
        lab.range(first, first + 9);
        return inDeno(
          lab,
          `const net = await import("node:net");
          let count = 0;
          for (let i = 0; i < 24; i++) {
            const socket = new net.Socket();
            if (await emitted(socket, "connect", () => socket.connect({ host: "127.0.0.1", port: 4000 + (i % 2), ...${JSON.stringify(options)} })) === "OK") count++;
          }
          seen[${JSON.stringify(name)}] = count;`,
        );
      };
      return {
        ...(await spend(
          "localAddress, two destinations, ten ports",
          lab.either({ localAddress: "127.0.0.2" }, {}),
          40000,
        )),
        ...(await spend("no localAddress", {}, 41000)),
      };
    },
  },
];
