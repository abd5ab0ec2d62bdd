import { BlockList, isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { textOrNull } from "../project/read-text.ts";

/** What is asked of the machine. */
export interface AddressSource {
  platform: NodeJS.Platform;
  interfaces: typeof networkInterfaces;
  /** Gives the contents of a file, null where it cannot be read. */
  read: (path: string) => string | null;
}

const THIS_MACHINE: AddressSource = { platform: process.platform, interfaces: networkInterfaces, read: textOrNull };

/**
 * Whether a socket of this machine, in the network namespace of this process, can be bound to an IP address; null where
 * nobody can say.
 */
export function isOwnAddress(address: string, source: AddressSource = THIS_MACHINE): boolean | null {
  const plain = (address.split("%", 1)[0] as string).replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  const family = isIP(plain) === 6 ? "ipv6" : "ipv4";
  if (source.platform === "linux" && allowsForeign(family, source.read)) return true;
  const own = new BlockList();
  // Linux answers for the whole of 127.0.0.0/8, the others for the addresses that are set.
  if (source.platform === "linux") own.addSubnet("127.0.0.0", 8, "ipv4");
  // A datagram socket is bound to its group.
  own.addSubnet("224.0.0.0", 4, "ipv4");
  own.addSubnet("ff00::", 8, "ipv6");
  try {
    for (const each of Object.values(source.interfaces()).flatMap((addresses) => addresses ?? []))
      own.addAddress(each.address.split("%", 1)[0] as string, each.family === "IPv6" ? "ipv6" : "ipv4");
  } catch {
    return null;
  }
  return own.check(plain, family);
}

/** With the sysctl ip_nonlocal_bind every address can be bound. */
function allowsForeign(family: "ipv4" | "ipv6", read: AddressSource["read"]): boolean {
  return read(`/proc/sys/net/${family}/ip_nonlocal_bind`)?.trim() === "1";
}
