/** The local end of a connection, and the groups and the peer of a datagram socket. */
import { isIP } from "node:net";
import { optionIn, type Option } from "../analysis/options.ts";
import { addressIn } from "../sockets/host-text.ts";
import { localAddressOf, localPortOf } from "../sockets/local-address.ts";
import type { CallSite, Use } from "../sockets/site.ts";
import { flag, given, port16, text, value } from "./given.ts";
import type { Given, SocketCall } from "./types.ts";

/** The options of a connection that decide about the local end of it. */
export function localEndOf(site: CallSite): Partial<SocketCall> {
  return {
    ...given("family", ipFamily(site.option("family"))),
    ...given("autoSelectFamily", flag(site.option("autoSelectFamily"))),
    ...given("localAddress", address(text(localAddressOf(site)))),
    ...given("localPort", port16(localPortOf(site))),
  };
}

/** An IP address as the kernel shows it. Other forms of one are refused (fact `node-short-addresses`). */
function address(local: Given<string> | undefined): Given<string> | undefined {
  if (local === undefined || local === "unknown" || isIP(local.known) === 0) return local;
  return { known: addressIn(local.known) ?? local.known };
}

/** 0 asks for both, as no option does. */
function ipFamily(option: Option): Given<4 | 6> | undefined {
  if (option.state === "absent" || option.value === 0) return undefined;
  return option.value === 4 || option.value === 6 ? { known: option.value } : "unknown";
}

/** The group that a call joins, and how. */
export function membershipOf({ name, call }: Use): Pick<SocketCall, "membership" | "fromOneSender"> {
  const [first, second] = call.arguments;
  if (name === "addMembership") return { membership: value(first, String) };
  return { membership: value(second, String), fromOneSender: true };
}

/** Where a call that binds connects the socket to, by the options under `connect`. */
export function peerOf({ operation: { connectsTo }, options, file, call }: CallSite): SocketCall["peer"] {
  if (connectsTo === undefined || !options) return undefined;
  const part = (name: string) => optionIn(file, options, [connectsTo, name], call);
  const host = part("hostname");
  if (optionIn(file, options, [connectsTo], call).state === "absent") return undefined;
  return { host: canonical(text(host) ?? "unknown"), port: port16(part("port")) ?? "unknown" };
}

/** An address as the kernel shows it; a name as it is. */
function canonical(host: Given<string>): Given<string> {
  return host === "unknown" ? host : { known: addressIn(host.known) ?? host.known };
}
