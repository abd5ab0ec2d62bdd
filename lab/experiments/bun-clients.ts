import { createServer } from "node:net";
import { inBun } from "../bun-script.ts";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { listen } from "../node.ts";

/** Both families of one name, IPv6 first. */
const NAMES = "127.0.0.1 localhost\n::1 both.test\n127.0.0.1 both.test\n";

/** What a connection of Bun comes from, or its error. */
const clients = `const http = require("node:http"), net = require("node:net");
  const from = (options) => new Promise((resolve) => {
    const socket = net.connect({ port: 4000, ...options });
    socket.once("connect", () => { resolve(socket.localAddress); socket.destroy(); });
    socket.once("error", (error) => resolve(error.code));
  });
  const get = (options) => new Promise((resolve) => {
    const request = http.get({ port: 4000, ...options });
    request.once("socket", (socket) => socket.once("connect", () => { resolve(socket.localAddress); request.destroy(); }));
    request.on("error", (error) => resolve(error.code));
  });
  const own = async (options) => {
    try {
      const socket = await Bun.connect({ port: 4000, socket: { data() {}, connectError() {} }, ...options });
      const seen = [socket.localAddress, socket.localPort];
      socket.end();
      return seen;
    } catch (error) { return [error.code]; }
  };`;

/** A server on both loopback addresses, so that only the client decides. */
async function serve(lab: Lab): Promise<void> {
  for (const host of ["127.0.0.1", "::1"]) await listen(lab, createServer(), { host, port: 4000 });
}

export const experiments: readonly Experiment[] = [
  {
    fact: "bun-local-address-other-family",
    needs: ["bun", "IPv6"],
    expect: {
      "node:net, ::1 to 127.0.0.1": "ECONNREFUSED",
      "node:http, ::1 to 127.0.0.1": "ECONNREFUSED",
      "Bun.connect, ::1 to 127.0.0.1": "ECONNREFUSED",
      "node:net, 127.0.0.9 to ::1": "EINVAL",
      "node:http, 127.0.0.9 to ::1": "EINVAL",
      "Bun.connect, 127.0.0.9 to ::1": "EINVAL",
      "127.0.0.9 to a name with IPv6 first": "EINVAL",
    },
    control: { changes: "the remote address is of the same family" },
    async run(lab) {
      await serve(lab);
      return inBun(
        lab,
        `${clients}
        const [four, six] = ${lab.either('["127.0.0.1", "::1"]', '["::1", "127.0.0.1"]')};
        seen["node:net, ::1 to 127.0.0.1"] = await from({ host: four, localAddress: "::1" });
        seen["node:http, ::1 to 127.0.0.1"] = await get({ host: four, localAddress: "::1" });
        seen["Bun.connect, ::1 to 127.0.0.1"] = (await own({ hostname: four, localAddress: "::1" }))[0];
        seen["node:net, 127.0.0.9 to ::1"] = await from({ host: six, localAddress: "127.0.0.9" });
        seen["node:http, 127.0.0.9 to ::1"] = await get({ host: six, localAddress: "127.0.0.9" });
        seen["Bun.connect, 127.0.0.9 to ::1"] = (await own({ hostname: six, localAddress: "127.0.0.9" }))[0];
        seen["127.0.0.9 to a name with IPv6 first"] = await from({ host: "${lab.either("both.test", "localhost")}", localAddress: "127.0.0.9" });`,
        NAMES,
      );
    },
  },
  {
    fact: "bun-connect-local-address",
    needs: ["bun"],
    expect: {
      "to 127.0.0.1 from 127.0.0.9": "127.0.0.9",
      "to localhost from 127.0.0.9": "127.0.0.1",
      "to 127.0.0.1 from port 41000": { not: 41_000 },
      "to 127.0.0.1 from 127.0.0.9, port 41001": ["127.0.0.9", 41_001],
      "node:net, to localhost from 127.0.0.9": "127.0.0.9",
    },
    control: { changes: "no localAddress, and node:net in place of Bun.connect where it has none" },
    async run(lab) {
      lab.range(40000, 40999);
      await listen(lab, createServer(), { host: "127.0.0.1", port: 4000 });
      const address = lab.either(`{ localAddress: "127.0.0.9" }`, "{}");
      return inBun(
        lab,
        `${clients}
        const port = (options) => new Promise((resolve) => { const socket = net.connect({ port: 4000, host: options.hostname, ...options }, () => { resolve([socket.localAddress, socket.localPort]); socket.destroy(); }); });
        const alone = ${lab.either("own", "port")};
        seen["to 127.0.0.1 from 127.0.0.9"] = (await own({ hostname: "127.0.0.1", ...${address} }))[0];
        seen["to localhost from 127.0.0.9"] = (await own({ hostname: "localhost", ...${address} }))[0];
        seen["to 127.0.0.1 from port 41000"] = (await alone({ hostname: "127.0.0.1", localPort: 41000 }))[1];
        seen["to 127.0.0.1 from 127.0.0.9, port 41001"] = await own({ hostname: "127.0.0.1", ...${address}, localPort: 41001 });
        seen["node:net, to localhost from 127.0.0.9"] = await from({ host: "localhost", ...${address} });`,
        "127.0.0.1 localhost\n",
      );
    },
  },
  {
    fact: "bun-udp-socket-connects",
    needs: ["bun", "IPv6"],
    expect: {
      "ports of two sockets": 2,
      "in a range of two, the third": "EADDRINUSE",
      "to ::1": "EAFNOSUPPORT",
      "to ::1, hostname ::": "OK",
      "to 127.0.0.1, hostname ::": "OK",
    },
    control: { changes: "hostname ::1 in place of the rest, and a range of three ports" },
    run(lab) {
      lab.range(40000, lab.either(40001, 40002));
      return inBun(
        lab,
        `const open = async (remote, local) => { try { return await Bun.udpSocket({ ...(local && { hostname: local }), connect: { hostname: remote, port: 4000 } }); } catch (error) { return error.code; } };
        const outcome = async (remote, local) => { const socket = await open(remote, local); if (typeof socket === "string") return socket; socket.close(); return "OK"; };
        const local = ${lab.either("undefined", '"::1"')}, any = ${lab.either('"::"', '"::1"')}, to = ${lab.either('"127.0.0.1"', '"::1"')};
        const [one, other] = [await open(to, local), await open(to, local)];
        seen["ports of two sockets"] = new Set([one.port, other.port]).size;
        seen["in a range of two, the third"] = await outcome(to, local);
        one.close(); other.close();
        seen["to ::1"] = await outcome("::1", local);
        seen["to ::1, hostname ::"] = await outcome("::1", any);
        seen["to 127.0.0.1, hostname ::"] = await outcome("127.0.0.1", any);`,
      );
    },
  },
];
