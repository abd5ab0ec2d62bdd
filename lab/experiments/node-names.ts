import http from "node:http";
import { connect, createServer, getDefaultAutoSelectFamily, isIPv6, Socket, type LookupFunction } from "node:net";
import type { Experiment } from "../experiment.ts";
import { dialNode, errorName, listen } from "../node.ts";
import { tcpTable } from "../proc.ts";
import { dial, listener } from "../tcp.ts";

const host = "127.0.0.1";

/** A lookup of a name with those addresses, in that order, which answers at once. */
function names(...addresses: readonly string[]): LookupFunction {
  return (_name, options, callback) => {
    const answers = addresses
      .map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
      .filter(({ family }) => !options.family || family === options.family);
    if (options.all) callback(null, answers);
    else callback(null, answers[0]?.address ?? "", answers[0]?.family);
  };
}

/** The same with the answer a moment later, as of a name server. */
const later =
  (lookup: LookupFunction): LookupFunction =>
  (name, options, callback) =>
    void setImmediate(() => lookup(name, options, callback));

const bothFamilies = names("::1", host);
const onlyIPv4 = names(host);

/** Local ports of the connections that wait for an answer of port 4001. */
const waiting = () =>
  new Set(
    tcpTable()
      .filter((each) => each.remotePort === 4001 && each.state === "SYN_SENT")
      .map((each) => each.localPort),
  );

export const experiments: readonly Experiment[] = [
  {
    fact: "node-local-address-no-family-fallback",
    about: "node",
    needs: ["IPv6"],
    expect: { "without localAddress": "OK", "with localAddress": "connect ECONNREFUSED" },
    control: { changes: "no localAddress" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      const name = { host: "both.test", port: 4000, lookup: bothFamilies, autoSelectFamily: true };
      return {
        "without localAddress": (await dialNode(lab, name)).outcome,
        "with localAddress": (await dialNode(lab, { ...name, ...lab.either({ localAddress: "::1" }, {}) })).outcome,
      };
    },
  },
  {
    fact: "node-local-address-other-family",
    about: "node",
    needs: ["IPv6"],
    expect: {
      "IPv4 localAddress, a name with IPv6 first": "bind EINVAL",
      "through an http.Agent": "bind EINVAL",
      "IPv6 localAddress, a name with IPv4 first": "bind EINVAL",
      "with family: 4": "OK",
    },
    control: { changes: "the address of the right family comes first" },
    async run(lab) {
      await listen(lab, createServer(), { host: "::", port: 4000 });
      const [six, four] = [later(bothFamilies), later(names(host, "::1"))];
      const lookup = lab.either(six, four);
      const name = { host: "both.test", port: 4000, lookup, localAddress: "127.0.0.9" };
      const agent = new http.Agent({ localAddress: "127.0.0.9", lookup } as http.AgentOptions);
      const through = await new Promise<string>((resolve) => {
        const request = http.get({ host: "both.test", port: 4000, agent });
        request.once("socket", (socket) => socket.once("connect", () => resolve("OK")));
        request.once("error", (error) => resolve(errorName(error)));
        lab.onEnd(() => request.destroy());
      });
      return {
        "IPv4 localAddress, a name with IPv6 first": (await dialNode(lab, name)).outcome,
        "through an http.Agent": through,
        "IPv6 localAddress, a name with IPv4 first": (
          await dialNode(lab, { ...name, localAddress: "::1", lookup: lab.either(four, six) })
        ).outcome,
        "with family: 4": (await dialNode(lab, { ...name, family: 4 })).outcome,
      };
    },
  },
  {
    fact: "node-happy-eyeballs",
    about: "node",
    needs: ["IPv6"],
    expect: {
      "autoSelectFamily by default": true,
      "addresses tried": ["::1", "127.0.0.1"],
      outcome: "OK",
      "ports of two attempts": 2,
      "autoSelectFamily: false": "connect ECONNREFUSED",
    },
    control: { changes: "the name has an IPv4 address only" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: 4000 });
      const name = { host: "both.test", port: 4000, lookup: later(lab.either(bothFamilies, onlyIPv4)) };
      const tried: string[] = [];
      const { outcome } = await dialNode(lab, { ...name, autoSelectFamily: true }, (options) =>
        connect(options).on("connectionAttempt", (address: string) => void tried.push(address)),
      );
      // Neither answers, so that there is time to see the socket of each attempt.
      const busy = [listener(lab.sys, "::1", 4001, { backlog: 0 }), listener(lab.sys, host, 4001, { backlog: 0 })];
      for (const address of ["::1", host]) dial(lab.sys, null, { host: address, port: 4001 });
      const before = waiting();
      const hanging = connect({ ...name, port: 4001, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 500 });
      lab.onEnd(() => hanging.destroy());
      hanging.on("error", () => {});
      const ports = new Set<number>();
      await lab.until(() => {
        for (const port of waiting()) if (!before.has(port)) ports.add(port);
        return ports.size === 2;
      }, 3);
      busy.forEach((fd) => lab.sys.close(fd));
      return {
        "autoSelectFamily by default": getDefaultAutoSelectFamily(),
        "addresses tried": tried,
        outcome,
        "ports of two attempts": ports.size,
        "autoSelectFamily: false": (await dialNode(lab, { ...name, autoSelectFamily: false })).outcome,
      };
    },
  },
  {
    fact: "node-ffi-socket-host-name",
    about: "node",
    needs: ["IPv6"],
    expect: { "numeric address: source": "127.0.0.9", "name with both families: source": host },
    control: { changes: "autoSelectFamily: false" },
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
        { host: "both.test", port: 4000, lookup: bothFamilies, autoSelectFamily: lab.either(true, false) },
        (options) => made().connect(options),
      );
      return {
        "numeric address: source": numeric.socket?.localAddress ?? numeric.outcome,
        "name with both families: source": named.socket?.localAddress ?? named.outcome,
      };
    },
  },
];
