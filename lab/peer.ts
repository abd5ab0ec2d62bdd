import { fork, spawn, type ChildProcess } from "node:child_process";
import type { OptionName } from "./constants.ts";
import { readSysctl } from "./proc.ts";
import { syscalls, type Syscalls } from "./syscalls.ts";

type Calls = Omit<Syscalls, "up">;
type PeerCalls = {
  [Name in keyof Calls]: (...args: Parameters<Calls[Name]>) => Promise<ReturnType<Calls[Name]>>;
};

/** Another process in the same namespace that makes system calls on request. */
export interface Peer extends PeerCalls {
  readonly pid: number;
  /** Becomes that user for good. */
  setuid(uid: number): Promise<void>;
  /** Reads a sysctl of the namespace that it is in. */
  sysctl(name: string): Promise<string | null>;
  /** Starts a process that only holds a descriptor inherited from this peer; its process id. */
  spawnHolder(fd: number): Promise<number>;
  /** Ends it and waits until it is gone. */
  kill(signal?: "SIGKILL" | "SIGABRT"): Promise<void>;
  /** Lets it call process.exit(). */
  exit(): Promise<void>;
}

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
  notes: string[];
}

/**
 * Starts a peer.
 * @param inherit descriptors that the peer gets as 4, 5, …
 * @param without socket options that it does not set
 */
export async function startPeer(
  label: string,
  note: (line: string) => void,
  inherit: readonly number[] = [],
  without: readonly OptionName[] = [],
): Promise<Peer> {
  const child = fork(process.argv[1] as string, ["peer", ...without], {
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc", ...inherit],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const call = caller(child, label, note, gone);
  await call("ready", []);
  const end = async (how: () => void) => {
    how();
    await gone;
  };
  const own = {
    pid: child.pid as number,
    setuid: (uid: number) => call("setuid", [uid]),
    sysctl: (name: string) => call("sysctl", [name]),
    spawnHolder: (fd: number) => call("spawnHolder", [fd]),
    kill: (signal: "SIGKILL" | "SIGABRT" = "SIGKILL") =>
      end(() => (note(`kill(${label}, ${signal})`), child.kill(signal))),
    exit: () => end(() => (note(`${label}: exit()`), child.send({ id: 0, name: "exit", args: [] }))),
  };
  return new Proxy(own, {
    get: (target, name) =>
      name === "then"
        ? undefined
        : (target[name as keyof typeof own] ?? ((...args: unknown[]) => call(String(name), args))),
  }) as unknown as Peer;
}

function caller(child: ChildProcess, label: string, note: (line: string) => void, gone: Promise<void>) {
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on("message", (answer: Answer) => {
    for (const line of answer.notes) note(`${label}: ${line}`);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  void gone.then(() => waiting.forEach((settle, id) => settle({ id, error: `${label} ended`, notes: [] })));
  return (name: string, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, (answer) =>
        answer.error === undefined ? resolve(answer.result) : reject(new Error(answer.error)),
      );
      child.send({ id, name, args });
    }) as Promise<never>;
}

/** What the peer's process runs: answers until its parent is gone. */
export function servePeer(without: readonly string[]): void {
  let notes: string[] = [];
  const sys = syscalls((line) => notes.push(line), without as OptionName[]) as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const extra: Record<string, (...args: never[]) => unknown> = {
    ready: () => true,
    sysctl: readSysctl as (...args: never[]) => unknown,
    exit: () => process.exit(0),
    setuid(uid: number) {
      notes.push(`setuid(${uid})`);
      process.setgroups?.([]);
      process.setgid?.(uid);
      process.setuid?.(uid);
    },
    spawnHolder(fd: number) {
      const held = spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)"], {
        stdio: ["ignore", "ignore", "ignore", fd],
      });
      notes.push(`spawn(a process that inherits ${fd}) = ${held.pid}`);
      return held.pid;
    },
  };
  process.on("disconnect", () => process.exit(0));
  process.on("message", ({ id, name, args }: { id: number; name: string; args: never[] }) => {
    const answer: Answer = { id, notes: [] };
    try {
      answer.result = (extra[name] ?? sys[name])?.(...args);
    } catch (error) {
      answer.error = String(error);
    }
    answer.notes = notes;
    notes = [];
    process.send?.(answer);
  });
}
