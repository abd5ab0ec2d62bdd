/** The text that stands where a host is expected, as getaddrinfo(3) reads it. */
import { isIP, SocketAddress } from "node:net";
import type { Runtime } from "../catalogue/types.ts";

export type HostText =
  /** `text`: as inet_ntop(3) writes it, which is how the kernel shows it. */
  | { kind: "address"; family: 4 | 6; text: string }
  /** Anything that may be looked up, in lower case. */
  | { kind: "name"; text: string }
  /** Neither an address nor a name: nothing is found for it. `meant`: the address that somebody had in mind, if any. */
  | { kind: "neither"; text: string; meant: string | null };

/**
 * `127.1`, `0x7f.1` and `2130706433` are 127.0.0.1, and `0` is 0.0.0.0, in Node.js, Bun and Deno alike (fact
 * `node-short-addresses`). Brackets belong to URLs, and `*` is a sign of other systems.
 */
export function readHost(host: string): HostText {
  const address = addressIn(host);
  if (address !== null) return { kind: "address", family: isIP(address) === 6 ? 6 : 4, text: address };
  const plain = host.trim();
  const inside = plain.startsWith("[") && plain.endsWith("]") ? plain.slice(1, -1) : plain;
  const meant = plain === "*" ? "::" : addressIn(inside);
  if (meant !== null) return { kind: "neither", text: host, meant };
  if (plain === host && !/[\s[\]*]/.test(host)) return { kind: "name", text: host.toLowerCase() };
  return { kind: "neither", text: host, meant: null };
}

/** The address that a text stands for, in the form of {@link HostText}; null for what would have to be looked up. */
export function addressIn(host: string): string | null {
  const version = isIP(host);
  if (version === 4) return host;
  // A zone is kept: it says which interface is meant.
  if (version === 6)
    return host.includes("%") ? host : new SocketAddress({ address: host, family: "ipv6" }).address.toLowerCase();
  return shortIPv4(host);
}

/** The forms of inet_aton(3): one to four numbers, decimal, octal or hexadecimal, of which the last fills what is left. */
function shortIPv4(text: string): string | null {
  const parts = text.split(".");
  if (parts.length > 4 || !parts.every((each) => /^(?:0x[\da-f]+|0[0-7]*|[1-9]\d*)$/i.test(each))) return null;
  const numbers = parts.map((each) => parseInt(each, /^0x/i.test(each) ? 16 : each.startsWith("0") ? 8 : 10));
  const last = numbers.pop()!;
  if (numbers.some((each) => each > 255) || last >= 256 ** (4 - numbers.length)) return null;
  const value = numbers.reduce((sum, each, i) => sum + each * 256 ** (3 - i), last);
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

/** An IPv4 address in the clothes of an IPv6 one: the socket is of IPv6, and takes IPv4 alone. */
export function mappedIPv4(address: string): string | null {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : null;
}

/** The address that stands for all addresses of the machine, or all of IPv4. */
export function isWildcard(host: unknown): boolean {
  if (typeof host !== "string") return false;
  const address = addressIn(host);
  return address === "::" || address === "0.0.0.0" || address === "::ffff:0.0.0.0";
}

/** An address of the loopback interface, or its usual name. */
export function isLoopback(host: string): boolean {
  const address = addressIn(host);
  if (address === null) return host.toLowerCase() === "localhost";
  return address === "::1" || (mappedIPv4(address) ?? address).startsWith("127.");
}

/**
 * Whether a runtime's API takes what is neither an address nor a name for the address that was meant (facts `bun-hosts` and
 * `deno-hosts`). `end`: the API in which a call ends, by its key in the catalogue.
 */
export function takesAnyway(text: string, end: string, runtime: Runtime): boolean {
  if (text === "*") return runtime === "bun" && !end.startsWith("dgram.");
  if (text !== text.trim()) return false;
  return runtime === "bun" ? /^(?:https?\.|bun\.serve$)/.test(end) : runtime === "deno" && end.startsWith("deno.");
}
