/** How the local end of a call is written in a sentence. */
import { isFoundPort } from "../../../../rules/src/sockets/found-ports.ts";
import { isLoopback, isWildcard, mappedIPv4 } from "../../../../rules/src/sockets/host-text.ts";
import type { CallSite } from "../../../../rules/src/sockets/site.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import { address, literalFamily } from "../../../../rules/src/syscalls/steps.ts";
import { isChosen } from "./consequences.ts";

/** `[::]:3000`, "a free port of [::]", "[::] at its configured port (3000 by default)". */
export function localEnd(site: CallSite, call: SocketCall, wildcard: string): string {
  const host = call.host === undefined ? wildcard : call.host === "unknown" ? "`host`" : call.host.known;
  const shown = host.includes(":") ? `[${host}]` : host;
  if (isChosen(call)) return `a free port of ${shown}`;
  if (call.port !== undefined && call.port !== "unknown") return address(host, String(call.port.known));
  if (isFound(site)) return `a port of ${shown} that was found at run time`;
  const fallback = site.endpoint.kind === "port" ? site.endpoint.fallback : undefined;
  return fallback === undefined ? `a configured port of ${shown}` : `${address(host, String(fallback))} by default`;
}

/** A port that a finder gave, or that of a socket which is open already: nobody has configured it. */
export function isFound({ portNode }: CallSite): boolean {
  return portNode !== null && isFoundPort(portNode);
}

/** What can be reached there: " for IPv4 and IPv6". */
export function familyWords(call: SocketCall, wildcard: string): string {
  const host = call.host === undefined ? wildcard : call.host === "unknown" ? null : call.host.known;
  if (host === null) return "";
  if (isLoopback(host)) return " for this machine alone";
  if (!isWildcard(host)) return "";
  if (literalFamily(host) === 4 || mappedIPv4(host) !== null) return " for IPv4";
  if (call.ipv6Only === "unknown") return " for IPv6, and IPv4 unless `ipv6Only` is true";
  return call.ipv6Only?.known === true ? " for IPv6 alone" : " for IPv4 and IPv6";
}

/** `10.0.0.2:80`, "`host`:80", "the server". */
export function remoteEnd({ host, port }: Pick<SocketCall, "host" | "port">): string {
  if (host === undefined || host === "unknown")
    return port === undefined || port === "unknown" ? "the server" : `port ${port.known} of the server`;
  if (port === undefined || port === "unknown") return host.known;
  return address(host.known, String(port.known));
}
