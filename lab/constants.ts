import { constants } from "node:os";

export const SOCK_CLOEXEC = 0x80000;

/** Socket options by name: level and number on Linux (asm-generic). */
export const options = {
  SO_REUSEADDR: [1, 2],
  SO_BROADCAST: [1, 6],
  SO_RCVBUF: [1, 8],
  SO_REUSEPORT: [1, 15],
  SO_LINGER: [1, 13],
  SO_RCVTIMEO: [1, 20],
  SO_SNDTIMEO: [1, 21],
  SO_INCOMING_CPU: [1, 49],
  SO_ATTACH_REUSEPORT_CBPF: [1, 51],
  SO_BINDTOIFINDEX: [1, 62],
  IP_BIND_ADDRESS_NO_PORT: [0, 24],
  IP_MULTICAST_IF: [0, 32],
  IP_ADD_MEMBERSHIP: [0, 35],
  IP_MULTICAST_ALL: [0, 49],
  IP_FREEBIND: [0, 15],
  IP_LOCAL_PORT_RANGE: [0, 51],
  IPV6_V6ONLY: [41, 26],
} as const;

export type OptionName = keyof typeof options;

const errnoNames = new Map(Object.entries(constants.errno).map(([name, number]) => [number, name]));
errnoNames.set(constants.errno.EAGAIN, "EAGAIN");

/** `EADDRINUSE` for 98, and so on. */
export function errnoName(errno: number): string {
  return errnoNames.get(errno) ?? `errno ${errno}`;
}

/** The states of /proc/net/tcp by their hexadecimal number. */
export const tcpStates: Readonly<Record<string, string>> = {
  "01": "ESTABLISHED",
  "02": "SYN_SENT",
  "03": "SYN_RECV",
  "04": "FIN_WAIT1",
  "05": "FIN_WAIT2",
  "06": "TIME_WAIT",
  "07": "CLOSE",
  "08": "CLOSE_WAIT",
  "09": "LAST_ACK",
  "0A": "LISTEN",
  "0B": "CLOSING",
};
