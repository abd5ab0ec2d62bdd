import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { tcpTable } from "../proc.ts";
import { dial, listener } from "../tcp.ts";

const lo = "127.0.0.1";
const share = { reusePort: true };
const reuse = { reuseAddr: true };

export const experiments: readonly Experiment[] = [
  {
    fact: "listen-and-connect-one-port",
    expect: {
      "SO_REUSEPORT on both": "OK",
      "the client's port": 4000,
      "SO_REUSEADDR on both": "bind EADDRINUSE",
      "SO_REUSEADDR, the client bound first: listen": "OK",
      "SO_REUSEADDR, the client bound first: connect": "OK",
    },
    control: { without: ["SO_REUSEPORT"] },
    run({ sys }) {
      listener(sys, lo, 5000);
      const to = { host: lo, port: 5000 };
      listener(sys, lo, 4000, share);
      const shared = dial(sys, { host: lo, port: 4000 }, to, share);
      listener(sys, lo, 4001, reuse);
      const refused = dial(sys, { host: lo, port: 4001 }, to, reuse);
      const client = sys.socket(reuse);
      sys.bind(client, lo, 4002);
      const server = sys.socket(reuse);
      sys.bind(server, lo, 4002);
      return {
        "SO_REUSEPORT on both": shared.outcome,
        "the client's port": sys.port(shared.fd),
        "SO_REUSEADDR on both": refused.outcome,
        "SO_REUSEADDR, the client bound first: listen": sys.listen(server),
        "SO_REUSEADDR, the client bound first: connect": sys.connect(client, lo, 5000),
      };
    },
  },
  {
    fact: "reverse-connect-is-duplicate",
    expect: {
      "A connects to B": "OK",
      "B connects to A over the same ports": "connect EADDRNOTAVAIL",
      "A connects to B once more": "connect EADDRNOTAVAIL",
      "B connects to A from another port": "OK",
    },
    control: { changes: "B connects from another port" },
    run({ sys, either }) {
      const [a, b] = [
        { host: lo, port: 4000 },
        { host: "127.0.0.2", port: 4001 },
      ];
      listener(sys, a.host, a.port, share);
      listener(sys, b.host, b.port, share);
      return {
        "A connects to B": dial(sys, a, b, share).outcome,
        "B connects to A over the same ports": dial(sys, { ...b, port: either(4001, 4003) }, a, share).outcome,
        "A connects to B once more": dial(sys, a, b, share).outcome,
        "B connects to A from another port": dial(sys, { host: b.host, port: 4002 }, a, share).outcome,
      };
    },
  },
  {
    fact: "simultaneous-open",
    expect: {
      "SYNs made to cross: A's end": "ESTABLISHED",
      "SYNs made to cross: B's end": "ESTABLISHED",
      "B reads from A": 5,
      "not crossing: the later one": "connect EADDRNOTAVAIL",
    },
    control: { changes: "B answers A's SYN before it sends its own" },
    async run(lab) {
      const crossed = await cross(lab);
      const [a, b] = [
        { host: hostA, port: 4002 },
        { host: hostB, port: 4003 },
      ];
      listener(lab.sys, a.host, a.port, share);
      listener(lab.sys, b.host, b.port, share);
      dial(lab.sys, a, b, share);
      return { ...crossed, "not crossing: the later one": dial(lab.sys, b, a, share).outcome };
    },
  },
];

const [hostA, hostB] = [lo, "127.0.0.2"];

/** A listener whose accept queue is full drops a SYN, so that A still waits for an answer when B's SYN comes. */
async function cross({ sys, until, either }: Lab) {
  listener(sys, hostA, 4000, share);
  const busy = listener(sys, hostB, 4001, { ...share, backlog: either(0, 511) });
  dial(sys, null, { host: hostB, port: 4001 });
  const a = sys.socket({ ...share, forNode: true });
  sys.bind(a, hostA, 4000);
  sys.connect(a, hostB, 4001);
  const b = sys.socket({ ...share, forNode: true });
  sys.bind(b, hostB, 4001);
  sys.connect(b, hostA, 4000);
  const state = (local: number, remote: number) =>
    tcpTable().find((each) => each.localPort === local && each.remotePort === remote)?.state ?? "none";
  await until(() => state(4000, 4001) === "ESTABLISHED" && state(4001, 4000) === "ESTABLISHED", 3);
  sys.send(a, "hello");
  let read: number | string = "EAGAIN";
  await until(() => (read = sys.recv(b)) !== "EAGAIN", 3);
  const ends = {
    "SYNs made to cross: A's end": state(4000, 4001),
    "SYNs made to cross: B's end": state(4001, 4000),
    "B reads from A": read,
  };
  sys.close(busy);
  return ends;
}
