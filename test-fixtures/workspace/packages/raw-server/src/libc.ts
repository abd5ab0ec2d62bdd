import koffi from "koffi";

export const AF_INET = 2;
export const SOCK_STREAM = 1;
export const SOCK_NONBLOCK = 0x800;
export const SOCK_CLOEXEC = 0x80000;

/** A sockaddr_in of a dotted IPv4 address. */
export function addressOf(host: string, port: number): Buffer {
  const address = Buffer.alloc(16);
  address.writeUInt16LE(AF_INET, 0);
  address.writeUInt16BE(port, 2);
  host.split(".").forEach((byte, i) => address.writeUInt8(Number(byte), 4 + i));
  return address;
}

/** Throws what errno says when a call failed, gives its result otherwise. */
export function checked(call: string, result: number): number {
  if (result < 0) throw new Error(`${call} failed with errno ${koffi.errno()}`);
  return result;
}
