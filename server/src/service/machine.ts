/** The limits of the machine that the server runs on, as Linux shows them in /proc. */
export interface Machine {
  kernel: string;
  /** `net.ipv4.ip_local_port_range`, both ends included. */
  portRange: readonly [low: number, high: number];
  /** Ports of the range that the kernel may hand out: the range without the reserved ones. */
  ports: number;
  /** `net.ipv4.ip_local_reserved_ports` as written; empty when there are none. */
  reserved: string;
  /** Values of the switches that this kernel has, by their names below net.ipv4. */
  switches: Readonly<Partial<Record<Switch, string>>>;
}

export const SWITCHES = ["ip_autobind_reuse", "tcp_tw_reuse", "tcp_migrate_req"] as const;
export type Switch = (typeof SWITCHES)[number];

/** Gives the contents of a file, null where it cannot be read. */
export type ReadText = (path: string) => string | null;

/** Null where there is no Linux to ask. */
export function readMachine(read: ReadText): Machine | null {
  const kernel = read("/proc/sys/kernel/osrelease")?.trim();
  const range = /^(\d+)\s+(\d+)/.exec(read("/proc/sys/net/ipv4/ip_local_port_range") ?? "");
  if (!kernel || !range) return null;
  const [low, high] = [Number(range[1]), Number(range[2])];
  const reserved = (read("/proc/sys/net/ipv4/ip_local_reserved_ports") ?? "").trim();
  const switches: Partial<Record<Switch, string>> = {};
  for (const name of SWITCHES) {
    const value = read(`/proc/sys/net/ipv4/${name}`)?.trim();
    if (value !== undefined && value !== "") switches[name] = value;
  }
  return {
    kernel,
    portRange: [low, high],
    ports: high - low + 1 - reservedIn(reserved, low, high),
    reserved,
    switches,
  };
}

/** How many ports of `8080,9148-9150` lie in the range. */
function reservedIn(list: string, low: number, high: number): number {
  const ports = new Set<number>();
  for (const each of list.split(",")) {
    const match = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(each);
    if (!match) continue;
    for (let port = Math.max(low, Number(match[1])); port <= Math.min(high, Number(match[2] ?? match[1])); port++)
      ports.add(port);
  }
  return ports.size;
}

/** Two lines for a hover, in Markdown. */
export function machineLines({ kernel, portRange, ports, reserved, switches }: Machine): string[] {
  const values = Object.entries(switches).map(([name, value]) => `\`${name}=${value}\``);
  return [
    `*On the machine of this language server*: Linux ${kernel}, \`ip_local_port_range\` ${portRange[0]}–${portRange[1]}: ${ports.toLocaleString("en")} ports${reserved ? ` (without the reserved ${reserved})` : ", none reserved"}.`,
    ...(values.length > 0 ? [values.join(", ") + "."] : []),
  ];
}
