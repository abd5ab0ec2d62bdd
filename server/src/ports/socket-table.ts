import { SocketAddress } from "node:net";

/** A line of /proc/net/tcp, tcp6, udp or udp6; proc_pid_net(5). */
export interface SocketEntry {
  /** As inet_ntop(3) writes it. */
  address: string;
  /** A state of the kernel's enum in include/net/tcp_states.h; UDP uses two of them. */
  state: number;
  /** Of the user who made the socket. 0 for a connection in TIME_WAIT. */
  uid: number;
  /** As in `socket:[inode]` below /proc/PID/fd; 0 for a connection in TIME_WAIT, which has no file any more. */
  inode: number;
}

export const TCP_TIME_WAIT = 0x06;
export const TCP_LISTEN = 0x0a;

/** Local address and port, state, and behind the queues and timers the user and the inode. */
const LINE =
  /^\s*\d+: ([\dA-F]{8}|[\dA-F]{32}):([\dA-F]{4}) [\dA-F]+:[\dA-F]{4} ([\dA-F]{2}) \S+ \S+ \S+ +(\d+) +\d+ +(\d+)(?: |$)/i;

/** The sockets of one table that have this local port. Lines that are not of this form are passed over. */
export function socketsOn(table: string, port: number, littleEndian: boolean): SocketEntry[] {
  // Most lines are about other ports; to look for the text is much quicker than to match each line.
  const marks = `:${port.toString(16).toUpperCase().padStart(4, "0")} `;
  const entries: SocketEntry[] = [];
  for (let found = table.indexOf(marks); found !== -1;) {
    const start = table.lastIndexOf("\n", found) + 1;
    const newline = table.indexOf("\n", found);
    const end = newline === -1 ? table.length : newline;
    const [, address = "", localPort = "", state = "", uid = "", inode = ""] = LINE.exec(table.slice(start, end)) ?? [];
    // The remote port looks the same.
    if (parseInt(localPort, 16) === port)
      entries.push({
        address: addressOf(address, littleEndian),
        state: parseInt(state, 16),
        uid: Number(uid),
        inode: Number(inode),
      });
    found = table.indexOf(marks, end);
  }
  return entries;
}

/** The kernel prints an address as 32-bit words in the byte order of the machine. */
function addressOf(hex: string, littleEndian: boolean): string {
  const words = hex.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => {
    const inOrder = (word.match(/../g) ?? []).map((byte) => parseInt(byte, 16));
    return littleEndian ? inOrder.reverse() : inOrder;
  });
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_, i) =>
    (((bytes[2 * i] as number) << 8) | (bytes[2 * i + 1] as number)).toString(16),
  );
  return new SocketAddress({ address: groups.join(":"), family: "ipv6" }).address;
}
