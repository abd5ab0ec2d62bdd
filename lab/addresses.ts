import { isIPv6 } from "node:net";
import { endianness } from "node:os";

export const AF_INET = 2;
export const AF_INET6 = 10;

/** The sockaddr_in or sockaddr_in6 of an address literal, as bytes. */
export function sockaddr(host: string, port: number): Buffer {
  const v6 = isIPv6(host);
  const bytes = Buffer.alloc(v6 ? 28 : 16);
  if (endianness() === "LE") bytes.writeUInt16LE(v6 ? AF_INET6 : AF_INET, 0);
  else bytes.writeUInt16BE(v6 ? AF_INET6 : AF_INET, 0);
  bytes.writeUInt16BE(port, 2);
  if (v6) bytes.set(ipv6Bytes(host), 8);
  else bytes.set(ipv4Bytes(host), 4);
  return bytes;
}

/** The reverse of {@link sockaddr}. IPv6 is written in full groups, but for the forms that the lab uses. */
export function fromSockaddr(bytes: Buffer): { host: string; port: number } {
  const family = endianness() === "LE" ? bytes.readUInt16LE(0) : bytes.readUInt16BE(0);
  const port = bytes.readUInt16BE(2);
  if (family !== AF_INET6) return { host: [...bytes.subarray(4, 8)].join("."), port };
  const address = bytes.subarray(8, 24);
  if (address.subarray(0, 15).every((byte) => byte === 0))
    return { host: address[15] === 0 ? "::" : `::${address[15]?.toString(16)}`, port };
  if (address.subarray(0, 10).every((byte) => byte === 0) && address.readUInt16BE(10) === 0xffff)
    return { host: `::ffff:${[...address.subarray(12)].join(".")}`, port };
  return { host: (address.toString("hex").match(/.{4}/g) ?? []).join(":"), port };
}

export function ipv4Bytes(host: string): number[] {
  return host.split(".").map(Number);
}

function ipv6Bytes(host: string): Uint8Array {
  const bytes = new Uint8Array(16);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(host);
  if (mapped) {
    bytes.set([0xff, 0xff, ...ipv4Bytes(mapped[1] as string)], 10);
    return bytes;
  }
  const [head = "", tail = ""] = host.split("::");
  const groups = (text: string) =>
    (text === "" ? [] : text.split(":")).flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
  bytes.set(groups(head), 0);
  bytes.set(groups(tail), 16 - groups(tail).length);
  return bytes;
}
