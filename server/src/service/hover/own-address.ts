import { isIP } from "node:net";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import type { HoverPart } from "./part.ts";

/** A constant local address that no interface of the machine of the language server has. */
export const ownAddress: HoverPart = ({ call, settings: { isOwnAddress } }) => {
  const address = call && isOwnAddress ? localAddressOf(call) : null;
  if (address === null || isOwnAddress?.(address) !== false) return [];
  return [`*Right now*: \`${address}\` is not an address of this machine; binding to it fails with EADDRNOTAVAIL.`];
};

/** Null where it is a name, no constant, or any address. */
function localAddressOf({ op, host, localAddress, path, fd }: SocketCall): string | null {
  if (path !== undefined || fd !== undefined) return null;
  const given = op === "connect" ? localAddress : host;
  if (given === undefined || given === "unknown") return null;
  const address = given.known;
  return isIP(address) !== 0 && !/^(?:0\.0\.0\.0|[0:]+)$/.test(address) ? address : null;
}
