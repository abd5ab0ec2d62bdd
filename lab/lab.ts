import { setTimeout as sleep } from "node:timers/promises";
import { pause } from "./pause.ts";
import { readSysctl, tcpTable, writeSysctl } from "./proc.ts";
import { startPeer, type Peer } from "./peer.ts";
import { syscalls, type Syscalls } from "./syscalls.ts";

/** What an experiment works with. All of it concerns the namespace that the process was started in. */
export interface Lab {
  readonly sys: Syscalls;
  /** Adds a line to the record that `--fact` prints. */
  note(line: string): void;
  /** States of the TCP sockets with that local port, listeners apart, sorted, once none is passing. */
  states(port: number): string[];
  sysctl(name: string): string | null;
  setSysctl(name: string, value: string | number): void;
  /** Narrows net.ipv4.ip_local_port_range, so that exhaustion is exact and quick. */
  range(first: number, last: number): void;
  /** Another process, as the same user or as another. */
  peer(options?: { uid?: number; inherit?: readonly number[] }): Promise<Peer>;
  /** Waits until the condition holds, at most that many seconds (20); whether it did. */
  until(condition: () => boolean, seconds?: number): Promise<boolean>;
  sleep(milliseconds: number): Promise<void>;
  /** Runs later, in reverse order, when the experiment is over. */
  onEnd(action: () => unknown): void;
}

const transient = new Set(["SYN_RECV", "FIN_WAIT1", "CLOSING", "LAST_ACK"]);

/** A lab in the current namespace, and what ends it. */
export function openLab(note: (line: string) => void): { lab: Lab; end: () => Promise<void> } {
  const sys = syscalls(note);
  const actions: (() => unknown)[] = [];
  let peers = 0;
  const lab: Lab = {
    sys,
    note,
    states(port) {
      // A FIN's acknowledgement may be delayed; wait, bounded, until nothing is on its way.
      const passing = () => tcpTable().some((each) => each.localPort === port && transient.has(each.state));
      for (let turn = 0; turn < 1000 && passing(); turn++) pause(5);
      const found = tcpTable()
        .filter((each) => each.localPort === port && each.state !== "LISTEN")
        .map((each) => each.state)
        .sort();
      note(`/proc/net/tcp, local port ${port}: ${found.join(", ") || "nothing"}`);
      return found;
    },
    sysctl: readSysctl,
    setSysctl(name, value) {
      writeSysctl(name, value);
      note(`sysctl ${name} = ${value}`);
    },
    range: (first, last) => lab.setSysctl("net.ipv4.ip_local_port_range", `${first} ${last}`),
    async peer({ uid, inherit } = {}) {
      const peer = await startPeer(`process ${++peers}`, note, inherit);
      actions.push(() => peer.kill());
      if (uid !== undefined) await peer.setuid(uid);
      return peer;
    },
    async until(condition, seconds = 20) {
      const deadline = Date.now() + seconds * 1000;
      while (!condition()) {
        if (Date.now() > deadline) return false;
        await sleep(10);
      }
      return true;
    },
    sleep: (milliseconds) => sleep(milliseconds),
    onEnd: (action) => void actions.push(action),
  };
  return {
    lab,
    async end() {
      for (const action of actions.reverse()) await Promise.resolve(action()).catch(() => {});
    },
  };
}
