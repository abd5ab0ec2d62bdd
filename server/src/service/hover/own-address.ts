import { isIP } from "node:net";
import { isWildcard } from "../../../../rules/src/sockets/host-text.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import type { HoverPart } from "./part.ts";

/** A constant local address that no interface of the machine of the language server has. */
export const ownAddress: HoverPart = ({ call, context, settings: { isOwnAddress } }) => {
  const address = call && isOwnAddress ? localAddressOf(call) : null;
  if (!call || address === null || isOwnAddress?.(address) !== false) return [];
  const error = context.environment.runtime === "deno" ? errorInDeno(call) : "EADDRNOTAVAIL";
  return [`*Right now*: \`${address}\` is not an address of this machine; binding to it fails with ${error}.`];
};

/** Deno's own API has a name of its own for it, and node:net another code (fact `deno-foreign-address`). */
function errorInDeno({ api }: SocketCall): string {
  if (api.startsWith("deno.")) return "AddrNotAvailable";
  return api.startsWith("dgram.") ? "EADDRNOTAVAIL" : "EINVAL";
}

/** Null where it is a name, no constant, or any address. */
function localAddressOf({ op, host, localAddress }: SocketCall): string | null {
  const given = op === "connect" ? localAddress : host;
  if (given === undefined || given === "unknown") return null;
  const address = given.known;
  return isIP(address) !== 0 && !isWildcard(address) ? address : null;
}
