import { SWITCHES, type Machine, type Switch } from "./machine.ts";

/** What the value of a switch means; a kernel without the switch behaves as with 0. */
const MEANINGS: Readonly<Record<Switch, Readonly<Record<string, string>>>> = {
  ip_autobind_reuse: {
    0: "When every port is used, `bind()` to port 0 fails with EADDRINUSE, even with SO_REUSEADDR.",
    1: "When every port is used, `bind()` to port 0 may still take one whose sockets all have SO_REUSEADDR.",
  },
  tcp_tw_reuse: {
    0: "`connect()` takes no port that is in TIME_WAIT towards the same destination. `bind()` does not ask this switch.",
    1: "`connect()` may take a port in TIME_WAIT towards the same destination. `bind()` does not ask this switch.",
    2: "Over loopback `connect()` may take a port in TIME_WAIT towards the same destination, elsewhere it does not. `bind()` does not ask this switch.",
  },
  tcp_migrate_req: {
    0: "When a listener that shares its port closes, the connections that wait in its queue are reset.",
    1: "When a listener that shares its port closes, the connections that wait in its queue move to another one that does.",
  },
};

/** A page in Markdown: what the limits are and what they mean, a row each. */
export function machinePage(machine: Machine): string {
  const { kernel, portRange, ports, reserved, switches } = machine;
  const count = ports.toLocaleString("en");
  const rows = [
    ["Kernel", `Linux ${kernel}`, "The version decides which of the switches below there are."],
    [
      "`net.ipv4.ip_local_port_range`",
      `${portRange[0]} to ${portRange[1]}`,
      "The kernel takes local ports from here: for connections, and for a listen or bind on port 0. " +
        "A server on a fixed port in this range can find it taken by a connection.",
    ],
    [
      "Ports the kernel may hand out",
      count,
      `At most ${count} connections at once from one address to one destination. A connection with \`localAddress\` holds ` +
        "its port for itself, so from that address it is the limit for all destinations together.",
    ],
    [
      "`net.ipv4.ip_local_reserved_ports`",
      reserved || "none",
      "The kernel never hands these out; a program can still bind them by their number.",
    ],
    ...SWITCHES.map((name) => {
      const value = switches[name];
      const meaning = MEANINGS[name][value ?? "0"] ?? "The meaning of this value is not known.";
      return [`\`net.ipv4.${name}\``, value ?? "not in this kernel", meaning];
    }),
  ];
  return [
    "# Kernel limits",
    "",
    "Read on the machine, and in the network namespace, in which the language server runs. The machine that runs your program may differ.",
    "",
    "| Limit | Here | What it means |",
    "| --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}
