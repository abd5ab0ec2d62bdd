import { readdirSync } from "node:fs";
import { createServer, Socket, type LookupFunction } from "node:net";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { dialNode, errorName, listen, thrown } from "../node.ts";
import { atLeast } from "../versions.ts";

const host = "127.0.0.1";

interface Ffi {
  dlopen(library: string, symbols: object): { functions: { getpid(): number } };
}

/** A socket bound with IP_BIND_ADDRESS_NO_PORT and handed to Node.js. */
function made({ sys }: Lab): Socket {
  const fd = sys.socket({ forNode: true, noPort: true });
  sys.bind(fd, "127.0.0.9", 0);
  return new Socket({ fd, readable: true, writable: true });
}

export const experiments: readonly Experiment[] = [
  {
    fact: "node-no-port-through-ffi",
    about: "node",
    expect: {
      "connections from ten ports to two destinations": 20,
      then: "connect EADDRNOTAVAIL",
      "all from 127.0.0.9": true,
      "descriptors left open": 0,
    },
    control: { without: ["IP_BIND_ADDRESS_NO_PORT"] },
    async run(lab) {
      lab.range(40000, 40009);
      for (const port of [4000, 4001])
        await listen(
          lab,
          createServer((socket) => socket.on("error", () => {})),
          { host, port },
        );
      const open = () => readdirSync("/proc/self/fd").length;
      const before = open();
      const sockets: Socket[] = [];
      let failure = "none";
      while (failure === "none" && sockets.length < 50) {
        const { outcome, socket } = await dialNode(lab, { host, port: 4000 + (sockets.length % 2) }, (options) =>
          made(lab).connect(options),
        );
        if (socket === null) failure = outcome;
        else sockets.push(socket);
      }
      const sources = new Set(sockets.map((socket) => socket.localAddress));
      sockets.forEach((socket) => socket.destroy());
      // The servers' ends close a moment later.
      await lab.until(() => open() <= before);
      return {
        "connections from ten ports to two destinations": sockets.length,
        then: failure,
        "all from 127.0.0.9": sources.size === 1 && sources.has("127.0.0.9"),
        "descriptors left open": Math.max(0, open() - before),
      };
    },
  },
  {
    fact: "node-ffi-socket-connect-at-once",
    about: "node",
    expect: {
      "in the same tick": "OK",
      "after a pause of 50 ms": "read ENOTCONN",
      "to a host name whose lookup takes 50 ms": "read ENOTCONN",
    },
    control: { changes: "no pause" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      const atOnce = await dialNode(lab, { host, port: 4000 }, (options) => made(lab).connect(options));
      const late = made(lab);
      const outcome = await new Promise<string>((resolve) => {
        late.once("error", (error) => resolve(errorName(error)));
        // The event loop has to look at the descriptor once before the pause is over, however slow the machine is.
        const connect = () => void (late.destroyed || late.connect(4000, host, () => resolve("OK")));
        if (lab.either(true, false)) setImmediate(() => setTimeout(connect, 50));
        else connect();
      });
      late.destroy();
      const lookup: LookupFunction = (_name, { all }, callback) => {
        const answer = () => (all ? callback(null, [{ address: host, family: 4 }]) : callback(null, host, 4));
        if (lab.either(true, false)) setImmediate(() => setTimeout(answer, 50));
        else answer();
      };
      const named = await dialNode(lab, { host: "one.test", port: 4000, lookup }, (options) =>
        made(lab).connect(options),
      );
      return {
        "in the same tick": atOnce.outcome,
        "after a pause of 50 ms": outcome,
        "to a host name whose lookup takes 50 ms": named.outcome,
      };
    },
  },
  {
    fact: "node-ffi-module",
    about: "node",
    expect: ({ node }) => ({
      "getpid() through node:ffi, without a flag": atLeast(node, 26, 9) ? true : "ERR_UNKNOWN_BUILTIN_MODULE",
    }),
    control: {
      changes: "another module of Node.js",
      notOn: ({ node }) => (atLeast(node, 26, 9) ? null : "needs a Node.js that has node:ffi"),
    },
    async run(lab) {
      const name = lab.either("node:ffi", "node:os");
      const found = (await import(name).catch(errorName)) as string | Ffi;
      if (typeof found === "string") return { "getpid() through node:ffi, without a flag": found };
      const call = () => found.dlopen("libc.so.6", { getpid: { arguments: [], return: "int32" } }).functions.getpid();
      const answer = thrown(call);
      return { "getpid() through node:ffi, without a flag": answer === "OK" ? call() === process.pid : answer };
    },
  },
];
