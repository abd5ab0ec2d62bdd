import type { Experiment } from "../experiment.ts";
import { tcpTable } from "../proc.ts";
import { listener, pair, tryBind } from "../tcp.ts";

const lo = "127.0.0.1";

export const experiments: readonly Experiment[] = [
  {
    fact: "active-closer-gets-time-wait",
    expect: {
      "server closes first": ["TIME_WAIT"],
      "bind without SO_REUSEADDR then": "EADDRINUSE",
      "client closes first": [],
      "bind without SO_REUSEADDR after that": "OK",
    },
    control: { changes: "the client closes first where the server should" },
    run({ sys, states, either }) {
      const first = listener(sys, lo, 4000);
      const one = pair(sys, first, 4000);
      sys.close(either(one.accepted, one.client));
      sys.close(either(one.client, one.accepted));
      sys.close(first);
      const second = listener(sys, lo, 4001);
      const two = pair(sys, second, 4001);
      sys.close(two.client);
      sys.close(two.accepted);
      sys.close(second);
      return {
        "server closes first": states(4000),
        "bind without SO_REUSEADDR then": tryBind(sys, lo, 4000),
        "client closes first": states(4001),
        "bind without SO_REUSEADDR after that": tryBind(sys, lo, 4001),
      };
    },
  },
  {
    fact: "unread-data-sends-rst",
    expect: {
      "data unread: left behind": [],
      "data unread: the peer reads": "ECONNRESET",
      "data read: left behind": ["FIN_WAIT2"],
    },
    control: { changes: "all of the data is read" },
    run({ sys, states, either }) {
      const server = listener(sys, lo, 4000);
      const unread = pair(sys, server, 4000);
      sys.send(unread.client, "a request");
      // One byte is waited for and read, so that the rest has come and is unread.
      sys.recv(unread.accepted, either(1, 65536));
      sys.close(unread.accepted);
      const left = states(4000);
      const reset = sys.recv(unread.client);
      const read = pair(sys, server, 4000);
      sys.send(read.client, "a request");
      sys.recv(read.accepted);
      sys.close(read.accepted);
      return {
        "data unread: left behind": left,
        "data unread: the peer reads": reset,
        "data read: left behind": states(4000),
      };
    },
  },
  {
    fact: "leftover-states-block-alike",
    expect: {
      "over ESTABLISHED": "EADDRINUSE",
      "over ESTABLISHED, both with SO_REUSEADDR": "OK",
      "over FIN_WAIT2": "EADDRINUSE",
      "over FIN_WAIT2, both with SO_REUSEADDR": "OK",
      "over CLOSE_WAIT": "EADDRINUSE",
      "over CLOSE_WAIT, both with SO_REUSEADDR": "OK",
      "over LISTEN, both with SO_REUSEADDR": "EADDRINUSE",
      "states met": ["ESTABLISHED", "FIN_WAIT2", "CLOSE_WAIT"],
    },
    control: { without: ["SO_REUSEADDR"] },
    run({ sys, states }) {
      const reuse = { reuseAddr: true };
      const leave = (port: number, end: (connection: { client: number; accepted: number }) => void) => {
        const server = listener(sys, lo, port, reuse);
        end(pair(sys, server, port));
        sys.close(server);
      };
      leave(4000, () => {});
      leave(4001, ({ accepted }) => sys.close(accepted));
      leave(4002, ({ client }) => sys.close(client));
      listener(sys, lo, 4003, reuse);
      return {
        "over ESTABLISHED": tryBind(sys, lo, 4000),
        "over ESTABLISHED, both with SO_REUSEADDR": tryBind(sys, lo, 4000, reuse),
        "over FIN_WAIT2": tryBind(sys, lo, 4001),
        "over FIN_WAIT2, both with SO_REUSEADDR": tryBind(sys, lo, 4001, reuse),
        "over CLOSE_WAIT": tryBind(sys, lo, 4002),
        "over CLOSE_WAIT, both with SO_REUSEADDR": tryBind(sys, lo, 4002, reuse),
        "over LISTEN, both with SO_REUSEADDR": tryBind(sys, lo, 4003, reuse),
        "states met": [4000, 4001, 4002].flatMap(states),
      };
    },
  },
  {
    fact: "shut-rd-is-silent",
    expect: { "the peer's sends": [100, 100, 100, 100], "server's end": ["ESTABLISHED"], "bytes still readable": 400 },
    control: { changes: "SHUT_WR instead" },
    async run({ sys, states, sleep, either }) {
      const server = listener(sys, lo, 4000);
      const { client, accepted } = pair(sys, server, 4000);
      sys.shutdown(accepted, either("SHUT_RD", "SHUT_WR"));
      const sends = [1, 2, 3, 4].map(() => sys.send(client, 100));
      await sleep(100);
      return { "the peer's sends": sends, "server's end": states(4000), "bytes still readable": sys.recv(accepted) };
    },
  },
  {
    fact: "simultaneous-close-both-time-wait",
    expect: { "the server's end": ["TIME_WAIT"], "the client's end": ["TIME_WAIT"] },
    control: { changes: "the client reads to the end before it shuts down" },
    async run({ sys, states, until, either }) {
      const server = listener(sys, lo, 4000);
      const { client, accepted } = pair(sys, server, 4000);
      const port = sys.port(client);
      const fill = (fd: number) => {
        while (typeof sys.send(fd, 65536) === "number");
      };
      const drain = (fd: number) =>
        until(() => {
          const count = sys.recv(fd, 65536, false);
          return count === 0 || (typeof count === "string" && count !== "EAGAIN");
        });
      // With both buffers full each FIN waits behind data, so that both ends have closed before either FIN arrives.
      fill(accepted);
      if (either(true, false)) fill(client);
      sys.shutdown(accepted, "SHUT_WR");
      if (either(false, true)) await drain(client);
      sys.shutdown(client, "SHUT_WR");
      await Promise.all([drain(accepted), drain(client)]);
      sys.close(accepted);
      sys.close(client);
      const gone = () =>
        !tcpTable().some((each) => [each.localPort, each.remotePort].includes(port) && each.state !== "TIME_WAIT");
      await until(gone, 5);
      return { "the server's end": states(4000), "the client's end": states(port) };
    },
  },
];
