import { setTimeout as sleep } from "node:timers/promises";
import { pause } from "./pause.ts";
import { readSysctl, tcpTable, writeSysctl } from "./proc.ts";
import { startPeer, type Peer } from "./peer.ts";
import { syscalls, type Syscalls } from "./syscalls.ts";
import type { Control } from "./control.ts";

/** What an experiment works with. All of it concerns the namespace that the process was started in. */
export interface Lab {
  readonly sys: Syscalls;
  /** The first in the run, the second in its control. */
  either<Stated, Instead>(stated: Stated, instead: Instead): Stated | Instead;
  /** Adds a line to the record that `--fact` prints. */
  note(line: string): void;
  /** States of the TCP sockets with that local port, listeners apart, sorted, once none is passing. */
  states(port: number): string[];
  sysctl(name: string): string | null;
  /** The value that a new namespace has, also where the control pins another. */
  usual(name: string): string | null;
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

/**
 * A lab in the current namespace, and what ends it.
 * @param control what the run does without, when it is played as the control
 */
export function openLab(
  note: (line: string) => void,
  control: Control | null = null,
): { lab: Lab; end: () => Promise<void> } {
  const sys = syscalls(note, control?.without);
  const pinned = control?.sysctls ?? {};
  const usual = Object.fromEntries(Object.keys(pinned).map((name) => [name, readSysctl(name)]));
  const actions: (() => unknown)[] = [];
  let peers = 0;
  const lab: Lab = {
    sys,
    note,
    either: (stated, instead) => (control === null ? stated : instead),
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
    usual: (name) => (name in usual ? (usual[name] ?? null) : readSysctl(name)),
    setSysctl(name, value) {
      if (name in pinned) return note(`sysctl ${name} stays ${pinned[name]}`);
      writeSysctl(name, value);
      note(`sysctl ${name} = ${value}`);
    },
    range: (first, last) => lab.setSysctl("net.ipv4.ip_local_port_range", `${first} ${last}`),
    async peer({ uid, inherit } = {}) {
      const peer = await startPeer(`process ${++peers}`, note, inherit, control?.without);
      actions.push(() => peer.kill());
      if (uid !== undefined && control?.oneUser !== true) await peer.setuid(uid);
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
  for (const [name, value] of Object.entries(pinned)) {
    writeSysctl(name, value);
    note(`sysctl ${name} = ${value}`);
  }
  return {
    lab,
    async end() {
      for (const action of actions.reverse()) await Promise.resolve(action()).catch(() => {});
    },
  };
}
