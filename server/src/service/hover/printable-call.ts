import { printableInCode } from "../../../../rules/src/printable.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";

/** Longer ones say no more. */
const LONGEST = 100;

/**
 * The call with what a hover says of it in words: hosts and paths come from code that nobody has to trust, and stand in
 * sentences and blocks of Markdown.
 */
export function printableCall(call: SocketCall): SocketCall {
  return {
    ...call,
    ...changed("host", call.host, printableHost),
    ...changed("localAddress", call.localAddress, printableHost),
    ...changed("membership", call.membership, printableHost),
    ...changed("path", call.path, printableInCode),
    ...(call.peer && { peer: { ...call.peer, ...changed("host", call.peer.host, printableHost) } }),
    ...(call.addresses && { addresses: call.addresses.map(printableHost) }),
  };
}

function changed<Name extends "host" | "localAddress" | "membership" | "path">(
  name: Name,
  given: SocketCall[Name],
  change: (text: string) => string,
): Pick<SocketCall, Name> | Record<never, never> {
  if (given === undefined || given === "unknown") return {};
  const text = change(given.known);
  return { [name]: { known: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text } };
}

/** A name or an address without the signs that neither has, and that mean something in Markdown or HTML. */
function printableHost(host: string): string {
  return host.replace(/[^\p{L}\p{N}.:%_-]/gu, "\ufffd");
}
