import type { Experiment } from "../experiment.ts";
import { descriptor, dial, listener, tryListen } from "../tcp.ts";

const lo = "127.0.0.1";
const reuse = { reuseAddr: true };

export const experiments: readonly Experiment[] = [
  {
    fact: "outgoing-connection-blocks-server-bind",
    expect: {
      "open, with SO_REUSEADDR": "bind EADDRINUSE",
      "open, without": "bind EADDRINUSE",
      "open, a wildcard server with SO_REUSEADDR": "bind EADDRINUSE",
      "another local address": "OK",
      "in TIME_WAIT, with SO_REUSEADDR": "bind EADDRINUSE",
      "the client's end": ["TIME_WAIT"],
      "the client had SO_REUSEADDR": "OK",
    },
    control: { changes: "the client has SO_REUSEADDR" },
    run({ sys, range, states, either }) {
      range(40000, 40001);
      const server = listener(sys, lo, 4000);
      const client = dial(sys, null, { host: lo, port: 4000 }, either({}, reuse)).fd;
      const accepted = descriptor(sys.accept(server));
      const port = sys.port(client);
      const open = {
        reuse: tryListen(sys, lo, port, reuse),
        plain: tryListen(sys, lo, port),
        wildcard: tryListen(sys, "0.0.0.0", port, reuse),
        other: tryListen(sys, "127.0.0.2", port, reuse),
      };
      sys.close(client);
      sys.close(accepted);
      const closed = { state: states(port), reuse: tryListen(sys, lo, port, reuse) };
      const kind = dial(sys, null, { host: lo, port: 4000 }, reuse);
      return {
        "open, with SO_REUSEADDR": open.reuse,
        "open, without": open.plain,
        "open, a wildcard server with SO_REUSEADDR": open.wildcard,
        "another local address": open.other,
        "in TIME_WAIT, with SO_REUSEADDR": closed.reuse,
        "the client's end": closed.state,
        "the client had SO_REUSEADDR": tryListen(sys, lo, sys.port(kind.fd), reuse),
      };
    },
  },
  {
    fact: "self-connect",
    expect: {
      connected: true,
      "peer is itself": true,
      "reads what it wrote": 5,
      "the server starts": "bind EADDRINUSE",
    },
    control: { changes: "the port lies outside the ephemeral range" },
    run({ sys, range, either }) {
      range(40000, 40001);
      let connected = -1;
      // The kernel chooses the source port; with two ports in the range it soon chooses the destination.
      for (let attempt = 0; attempt < 50 && connected < 0; attempt++) {
        const { fd, outcome } = dial(sys, null, { host: lo, port: either(40000, 39000) });
        if (outcome === "OK") connected = fd;
      }
      if (connected < 0)
        return {
          connected: false,
          "peer is itself": false,
          "reads what it wrote": 0,
          "the server starts": tryListen(sys, lo, 40000, reuse),
        };
      sys.send(connected, "hello");
      return {
        connected: true,
        "peer is itself": JSON.stringify(sys.sockname(connected)) === JSON.stringify(sys.peername(connected)),
        "reads what it wrote": sys.recv(connected),
        "the server starts": tryListen(sys, lo, 40000, reuse),
      };
    },
  },
];
