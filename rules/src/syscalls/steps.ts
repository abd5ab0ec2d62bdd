/** Builders of single steps and the words for values that are not known. */
import { isIP } from "node:net";
import type { Given, SocketCall, SyscallStep } from "./types.ts";

export type Family = 4 | 6 | "unknown";

/** The family of an IP literal, or null for a name. */
export function literalFamily(host: string): 4 | 6 | null {
  const version = isIP(host);
  return version === 4 || version === 6 ? version : null;
}

/** The first family that the given hosts or the `family` option settle. */
export function familyOf(call: SocketCall, ...hosts: (Given<string> | undefined)[]): Family {
  for (const host of hosts) {
    const family = host !== undefined && host !== "unknown" ? literalFamily(host.known) : null;
    if (family !== null) return family;
  }
  return call.family === undefined || call.family === "unknown" ? "unknown" : call.family.known;
}

/** The value, or the option's own name where only that is known. */
export function shown<T>(value: Given<T> | undefined, option: string, absent: T | string): string {
  if (value === undefined) return String(absent);
  return value === "unknown" ? option : String(value.known);
}

export function address(host: string, port: string): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

export function socket(family: Family, type: "SOCK_STREAM" | "SOCK_DGRAM"): SyscallStep {
  const name = family === "unknown" ? "AF_INET or AF_INET6" : family === 6 ? "AF_INET6" : "AF_INET";
  return { name: "socket", args: [name, type] };
}

export function setsockopt(option: string, value: number | string = 1, note?: string): SyscallStep {
  return { name: "setsockopt", args: [option, String(value)], ...(note === undefined ? {} : { note }) };
}

/** The step when the option is true, the step with its condition when that is not known, and nothing when it is false. */
export function when(value: Given<boolean> | undefined, option: string, step: SyscallStep): SyscallStep[] {
  if (value === "unknown") return [{ ...step, if: option }];
  return value?.known === true ? [step] : [];
}

/** `IPV6_V6ONLY`, which exists on IPv6 sockets only. */
export function v6Only(family: Family, value: Given<boolean> | undefined): SyscallStep[] {
  if (family === 4) return [];
  const on = value === "unknown" ? "ipv6Only" : value?.known === true ? 1 : 0;
  return [setsockopt("IPV6_V6ONLY", on, family === "unknown" ? "on an IPv6 socket" : undefined)];
}

export function bind(host: string, port: string, note?: string): SyscallStep {
  return { name: "bind", args: [address(host, port)], ...(note === undefined ? {} : { note }) };
}

export function connect(call: SocketCall): SyscallStep {
  return { name: "connect", args: [address(shown(call.host, "host", "localhost"), shown(call.port, "port", "port"))] };
}

/** The family of a host that is known and no name. */
function literalOf(host: Given<string> | undefined): 4 | 6 | null {
  return host === undefined || host === "unknown" ? null : literalFamily(host.known);
}

/** A datagram socket is bound to an address of the other family than `type` says. */
export function isOfOtherFamily({ family, host }: SocketCall): boolean {
  const local = literalOf(host);
  return local !== null && family !== undefined && family !== "unknown" && family.known !== local;
}

/** `localAddress` is a name, or a form of an address that the node: modules refuse before they make a socket. */
export function localIsNoAddress({ api, localAddress }: SocketCall): boolean {
  return (
    localAddress !== undefined && localAddress !== "unknown" && api.startsWith("net.") && !isIP(localAddress.known)
  );
}

/** A connection is to leave from an address of the other family than the remote one. */
export function localIsOfOtherFamily({ localAddress, host }: SocketCall): boolean {
  const [local, remote] = [literalOf(localAddress), literalOf(host)];
  return local !== null && remote !== null && local !== remote;
}

/** Whether the remote host is a name, as far as it is known. */
export function isName({ host }: SocketCall): boolean {
  return host !== undefined && host !== "unknown" && literalFamily(host.known) === null;
}

/**
 * A connection to a name that may have several addresses, with a socket for each.
 * @param once the calls of a connection to one address
 * @param note how they follow each other
 */
export function everyAddress(
  call: SocketCall,
  once: (call: SocketCall) => SyscallStep[],
  note = "with a socket for every address, until one answers",
): SyscallStep[] {
  if (call.addresses) return call.addresses.flatMap((each) => once({ ...call, host: { known: each } }));
  const steps = once(call);
  return [...steps.slice(0, -1), { ...(steps.at(-1) as SyscallStep), note }];
}

/** The bind() of a connection from an address of one family to a name that may come to the other one first; `fromSix`: the error of an IPv6 one. */
export function bindTowardsName(call: SocketCall, step: SyscallStep, fromSix = "EINVAL"): SyscallStep {
  const local = literalOf(call.localAddress);
  if (local === null || !isName(call) || call.family) return step;
  return {
    ...step,
    note: `${local === 4 ? "EINVAL" : fromSix} where the name comes to an ${local === 4 ? "IPv6" : "IPv4"} address first`,
  };
}

/** `absent` is what the runtime uses when the call gives no backlog. */
export function listen(backlog: Given<number> | undefined, absent: number): SyscallStep {
  return { name: "listen", args: [shown(backlog, "backlog", absent)] };
}

/** A Unix domain socket: no port, and no option of those that matter to ports. */
export function unixListen(call: SocketCall, backlog: Given<number> | undefined, absent: number): SyscallStep[] {
  return [
    { name: "socket", args: ["AF_UNIX", "SOCK_STREAM"] },
    { name: "bind", args: [shown(call.path, "path", "path")] },
    listen(backlog, absent),
  ];
}

export function unixConnect(call: SocketCall): SyscallStep[] {
  return [
    { name: "socket", args: ["AF_UNIX", "SOCK_STREAM"] },
    { name: "connect", args: [shown(call.path, "path", "path")] },
  ];
}

/** Joining the multicast group, if the call does. */
export function join(call: SocketCall, family: Family): SyscallStep[] {
  if (call.membership === undefined) return [];
  const group = shown(call.membership, "group", "group");
  const six = (literalFamily(group) ?? family) === 6;
  if (call.fromOneSender) return [setsockopt(six ? "MCAST_JOIN_SOURCE_GROUP" : "IP_ADD_SOURCE_MEMBERSHIP", group)];
  return [setsockopt(six ? "IPV6_ADD_MEMBERSHIP" : "IP_ADD_MEMBERSHIP", group)];
}

export function isTrue(value: Given<boolean> | undefined): boolean {
  return value !== undefined && value !== "unknown" && value.known;
}
