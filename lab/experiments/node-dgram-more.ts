import dgram from "node:dgram";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { errorName, thrown } from "../node.ts";
import { atLeast } from "../versions.ts";
import type { Host } from "../control.ts";

const host = "127.0.0.1";

/** What newer versions of Node.js have; the types of this project are those of an older one. */
type Synchronous = dgram.Socket & {
  bindSync?(options: object): unknown;
  connectSync?(port: number, address: string): unknown;
};

const hasBindSync = ({ node }: Host) => atLeast(node, 26, 4) || (node[0] === 24 && atLeast(node, 24, 19));

function socket(lab: Lab, options: dgram.SocketOptions): Synchronous {
  const made = dgram.createSocket(options);
  lab.onEnd(() => made.close());
  return made;
}

function bind(lab: Lab, options: dgram.SocketOptions, port: number): Promise<string> {
  return new Promise((resolve) =>
    socket(lab, options)
      .once("error", (error) => resolve(errorName(error)))
      .once("listening", () => resolve("OK"))
      .bind(port),
  );
}

export const experiments: readonly Experiment[] = [
  {
    fact: "dgram-bind-sync",
    about: "node",
    expect: (on) =>
      hasBindSync(on)
        ? {
            "bindSync() of a free port": 5000,
            "bindSync() of a port in use": "bind EADDRINUSE",
            "with reuseAddr on both": "OK",
            "'error' events of it": 0,
            "connectSync() of an unbound socket binds": true,
          }
        : { "typeof bindSync": "undefined" },
    control: {
      changes: "the second socket takes another port",
      notOn: (on) => (hasBindSync(on) ? null : "needs a Node.js that has bindSync()"),
    },
    async run(lab) {
      const first = socket(lab, { type: "udp4" });
      if (first.bindSync === undefined) return { "typeof bindSync": "undefined" };
      first.bindSync({ address: host, port: 5000 });
      let events = 0;
      const again = (at: number, reuseAddr: boolean) => {
        const next = socket(lab, { type: "udp4", reuseAddr });
        next.on("error", () => events++);
        return thrown(() => next.bindSync?.({ address: host, port: at }));
      };
      again(5001, true);
      const connected = socket(lab, { type: "udp4" });
      connected.connectSync?.(5000, host);
      const inUse = again(lab.either(5000, 5002), false);
      await lab.sleep(20);
      return {
        "bindSync() of a free port": first.address().port,
        "bindSync() of a port in use": inUse,
        "'error' events of it": events,
        "with reuseAddr on both": again(5001, true),
        "connectSync() of an unbound socket binds": connected.address().port > 0,
      };
    },
  },
  {
    fact: "dgram-udp6-is-dual-stack",
    about: "node",
    needs: ["IPv6"],
    expect: {
      "udp6 beside udp4": "bind EADDRINUSE",
      "udp4 beside udp6": "bind EADDRINUSE",
      "udp6 with ipv6Only beside udp4": "OK",
      "udp6 receives an IPv4 datagram from": "::ffff:127.0.0.1",
    },
    control: { changes: "ipv6Only: true on every udp6 socket" },
    async run(lab) {
      const ipv6Only = lab.either(false, true);
      await bind(lab, { type: "udp4" }, 5000);
      await bind(lab, { type: "udp6", ipv6Only }, 5001);
      let from = "nobody";
      const both = socket(lab, { type: "udp6", ipv6Only }).on("message", (_, { address }) => (from = address));
      await new Promise<void>((resolve) => both.bind(5002, resolve));
      lab.sys.sendto(lab.sys.socket({ udp: true }), "x", host, 5002);
      await lab.until(() => from !== "nobody", lab.either(5, 0.2));
      return {
        "udp6 beside udp4": await bind(lab, { type: "udp6", ipv6Only }, 5000),
        "udp4 beside udp6": await bind(lab, { type: "udp4" }, 5001),
        "udp6 with ipv6Only beside udp4": await bind(lab, { type: "udp6", ipv6Only: true }, 5000),
        "udp6 receives an IPv4 datagram from": from,
      };
    },
  },
];
