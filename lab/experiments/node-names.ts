import { createServer, Socket, type LookupFunction } from "node:net";
import type { Experiment } from "../experiment.ts";
import { dialNode, listen } from "../node.ts";

const host = "127.0.0.1";

/** A name that has an IPv6 address first and an IPv4 address second. */
const bothFamilies: LookupFunction = (_name, options, callback) => {
  const answers = [
    { address: "::1", family: 6 },
    { address: host, family: 4 },
  ];
  if (options.all) callback(null, answers as never);
  else callback(null, "::1", 6);
};

export const experiments: readonly Experiment[] = [
  {
    fact: "node-local-address-no-family-fallback",
    about: "node",
    needs: ["IPv6"],
    expect: { "without localAddress": "OK", "with localAddress": "connect ECONNREFUSED" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      const name = { host: "both.test", port: 4000, lookup: bothFamilies, autoSelectFamily: true };
      return {
        "without localAddress": (await dialNode(lab, name)).outcome,
        "with localAddress": (await dialNode(lab, { ...name, localAddress: "::1" })).outcome,
      };
    },
  },
  {
    fact: "node-ffi-socket-host-name",
    about: "node",
    needs: ["IPv6"],
    expect: { "numeric address: source": "127.0.0.9", "name with both families: source": host },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      const made = () => {
        const fd = lab.sys.socket({ forNode: true, noPort: true });
        lab.sys.bind(fd, "127.0.0.9", 0);
        return new Socket({ fd, readable: true, writable: true });
      };
      const numeric = await dialNode(lab, { host, port: 4000 }, (options) => made().connect(options));
      const named = await dialNode(
        lab,
        { host: "both.test", port: 4000, lookup: bothFamilies, autoSelectFamily: true },
        (options) => made().connect(options),
      );
      return {
        "numeric address: source": numeric.socket?.localAddress ?? numeric.outcome,
        "name with both families: source": named.socket?.localAddress ?? named.outcome,
      };
    },
  },
];
