import type { Experiment } from "../experiment.ts";
import type { Syscalls } from "../syscalls.ts";
import { countUntilQuiet, pause } from "../pause.ts";
import { must, tryBind } from "../tcp.ts";

const lo = "127.0.0.1";

function member(sys: Syscalls, port: number): number {
  const fd = sys.socket({ udp: true, reusePort: true });
  must(sys.bind(fd, lo, port), "bind");
  return fd;
}

/** Sends one datagram of each flow and tells which member got it, by descriptor. */
function route(sys: Syscalls, flows: readonly number[], members: readonly number[], port: number): number[] {
  return flows.map((flow) => {
    sys.sendto(flow, "x", lo, port);
    const taker = () => members.find((fd) => typeof sys.recv(fd, 64, false) === "number");
    for (let turn = 0; turn < 400; turn++) {
      const found = taker();
      if (found !== undefined) return found;
      pause(5);
    }
    return -1;
  });
}

const differences = (a: readonly number[], b: readonly number[]) => a.filter((each, index) => each !== b[index]).length;

export const experiments: readonly Experiment[] = [
  {
    fact: "udp-reuse-port-flow-hash",
    expect: {
      "flows that change while the group does not": 0,
      "a fifth member moves flows": true,
      "of flows that did not go to it": true,
      "closing a member moves flows of others": true,
      "with a BPF program that returns 1, members that receive": 1,
    },
    control: { changes: "the group does not change" },
    run({ sys, either }) {
      const members = [1, 2, 3, 4].map(() => member(sys, 5000));
      const flows = Array.from({ length: 200 }, () => {
        const fd = sys.socket({ udp: true });
        sys.bind(fd, lo, 0);
        return fd;
      });
      const before = route(sys, flows, members, 5000);
      const again = route(sys, flows, members, 5000);
      const fifth = member(sys, either(5000, 5001));
      const grown = route(sys, flows, [...members, fifth], 5000);
      sys.close(fifth);
      const closed = either(members[1] as number, -1);
      sys.close(closed);
      const left = members.filter((fd) => fd !== closed);
      const shrunk = route(sys, flows, left, 5000);
      sys.steer(left[0] as number, 1);
      const steered = new Set(route(sys, flows.slice(0, 40), left, 5000));
      const unrelated = before.filter((fd, index) => fd !== closed && shrunk[index] !== fd).length;
      const toOthers = before.filter((fd, index) => grown[index] !== fd && grown[index] !== fifth).length;
      return {
        "flows that change while the group does not": differences(before, again),
        "a fifth member moves flows": differences(before, grown) > 0,
        "of flows that did not go to it": toOthers > 0,
        "closing a member moves flows of others": unrelated > 0,
        "with a BPF program that returns 1, members that receive": steered.size,
      };
    },
  },
  {
    fact: "udp-close-loses-queue",
    expect: {
      "the closed one had some": true,
      "left to the survivor, with tcp_migrate_req=1": "less than all",
      "bind() of the free port": "OK",
    },
    control: { changes: "nothing is closed" },
    run({ sys, sysctl, setSysctl, either }) {
      if (sysctl("net.ipv4.tcp_migrate_req") !== null) setSysctl("net.ipv4.tcp_migrate_req", 1);
      const [first, second] = [member(sys, 5000), member(sys, 5000)];
      for (let i = 0; i < 100; i++) {
        const flow = sys.socket({ udp: true });
        sys.sendto(flow, "x", lo, 5000);
        sys.close(flow);
      }
      const peeked = typeof sys.recv(first, 64) === "number";
      if (either(true, false)) sys.close(first);
      const survivor = countUntilQuiet(() => typeof sys.recv(second, 64, false) === "number");
      sys.close(second);
      return {
        "the closed one had some": peeked,
        "left to the survivor, with tcp_migrate_req=1": survivor < 99 ? "less than all" : "all",
        "bind() of the free port": tryBind(sys, lo, 5000, { udp: true }),
      };
    },
  },
];
