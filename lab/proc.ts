import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tcpStates } from "./constants.ts";

export interface TcpEntry {
  localPort: number;
  remotePort: number;
  state: string;
  /** Seconds left on the entry's timer, as the kernel shows it. */
  timer: number;
}

/** The TCP sockets of this network namespace, IPv4 and IPv6. */
export function tcpTable(): TcpEntry[] {
  return ["tcp", "tcp6"].flatMap((file) => {
    const path = `/proc/self/net/${file}`;
    return existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(1).flatMap(entry) : [];
  });
}

// sl local remote st tx:rx tr:when … — `when` is in hundredths of a second.
function entry(line: string): TcpEntry[] {
  const [, local, remote, state, , timer] = line.trim().split(/\s+/);
  if (local === undefined || remote === undefined || state === undefined) return [];
  const port = (address: string) => parseInt(address.slice(address.lastIndexOf(":") + 1), 16);
  return [
    {
      localPort: port(local),
      remotePort: port(remote),
      state: tcpStates[state] ?? state,
      timer: parseInt(timer?.split(":")[1] ?? "0", 16) / 100,
    },
  ];
}

export function readSysctl(name: string): string | null {
  const path = pathOf(name);
  return existsSync(path) ? readFileSync(path, "utf8").trim().replaceAll("\t", " ") : null;
}

/** Sets a sysctl of this network namespace; throws when it cannot. */
export function writeSysctl(name: string, value: string | number): void {
  writeFileSync(pathOf(name), String(value));
}

function pathOf(name: string): string {
  return `/proc/sys/${name.replaceAll(".", "/")}`;
}
