/** Node.js: what lib/net.js, lib/dgram.js and libuv call. */
import semver from "semver";
import {
  bind,
  bindTowardsName,
  connect,
  everyAddress,
  familyOf,
  isTrue,
  join,
  listen,
  isName,
  isOfOtherFamily,
  localIsNoAddress,
  localIsOfOtherFamily,
  setsockopt,
  shown,
  socket,
  unixConnect,
  unixListen,
  v6Only,
  when,
} from "./steps.ts";
import type { Family } from "./steps.ts";
import { taken } from "./taken.ts";
import type { Given, Platform, SocketCall, SyscallStep } from "./types.ts";

const since = {
  boundSocket: "^24.19.0 || >=26.4.0",
  /** A name's addresses are tried one after the other, by default. */
  autoSelectFamily: ">=20.0.0",
};

const backlog = 511;

export function nodeCalls(given: SocketCall, version: string | undefined, platform: Platform): SyscallStep[] {
  const has = (range: string) => version === undefined || semver.satisfies(version, range, { includePrerelease: true });
  const call = taken(given, { name: "node", ...(version !== undefined && { version }) });
  if (call.api === "net.BoundSocket" && !has(since.boundSocket)) return [];

  if (call.op === "connect")
    return call.transport === "udp" ? udpConnect(call, platform) : tcpConnect(call, platform, has);
  const steps = call.transport === "udp" ? udpBind(call, platform) : tcpListen(call, platform);
  return call.clusterRole === "worker" ? inCluster(call, platform, steps) : steps;
}

function tcpListen(call: SocketCall, platform: Platform): SyscallStep[] {
  if (call.fd !== undefined) return platform === "win32" ? [] : [listen(call.backlog, backlog)];
  if (call.path !== undefined && platform === "win32") return [];
  if (call.path !== undefined) {
    const steps = unixListen(call, call.backlog, backlog);
    return call.op === "listen" ? steps : steps.slice(0, -1);
  }
  const last = call.op === "listen" ? [listen(call.backlog, backlog)] : [];
  const wildcard = call.api === "net.BoundSocket" ? "0.0.0.0" : "::";
  // It throws for a host that would have to be looked up.
  if (call.api === "net.BoundSocket" && isName(call)) return [];
  const family = call.host === undefined ? (wildcard === "::" ? 6 : 4) : familyOf(call, call.host);
  return upToFailure([
    ...boundTcp(call, family, platform, shown(call.host, "host", wildcard), shown(call.port, "port", 0)),
    ...last,
  ]);
}

/** socket() to bind() of `uv_tcp_bind`, whose flags are set in this order on every platform. */
function boundTcp(call: SocketCall, family: Family, platform: Platform, host: string, port: string): SyscallStep[] {
  const shared = reusePort(call.reusePort, platform);
  // On Windows SO_REUSEADDR would let any program take the port over, so libuv leaves it alone there,
  // and it refuses reusePort before there is a socket.
  if (platform === "win32")
    return [...shared, socket(family, "SOCK_STREAM"), ...v6Only(family, call.ipv6Only), bind(host, port)];
  return [
    socket(family, "SOCK_STREAM"),
    setsockopt("SO_REUSEADDR"),
    ...shared,
    ...v6Only(family, call.ipv6Only),
    bind(host, port),
  ];
}

function reusePort(value: Given<boolean> | undefined, platform: Platform): SyscallStep[] {
  const step = setsockopt("SO_REUSEPORT");
  return when(
    value,
    "reusePort",
    platform === "linux" ? step : { ...step, fails: "ENOTSUP", note: "libuv refuses and does not ask the kernel" },
  );
}

/** libuv stands for BSD's SO_REUSEPORT when it says reuseAddr: there only that one lets two sockets have the port. */
function reuseAddr(value: Given<boolean> | undefined, platform: Platform): SyscallStep[] {
  return when(value, "reuseAddr", setsockopt(platform === "darwin" ? "SO_REUSEPORT" : "SO_REUSEADDR"));
}

function tcpConnect(given: SocketCall, platform: Platform, has: (range: string) => boolean): SyscallStep[] {
  if (given.path !== undefined) {
    return platform === "win32" ? [] : unixConnect(given);
  }
  const [address] = given.addresses ?? [];
  const call = address === undefined ? given : { ...given, host: { known: address } };
  // Port 0 is falsy, and lib/net.js asks only whether there is one.
  const hasPort = call.localPort === "unknown" || (call.localPort?.known ?? 0) !== 0;
  if (call.localAddress !== undefined || hasPort) return tcpConnectFrom(call, platform);
  const tries = isName(given) && (given.autoSelectFamily ?? has(since.autoSelectFamily)) !== false;
  const all = tries && (given.autoSelectFamily === undefined || isTrue(given.autoSelectFamily)) && !given.family;
  if (!all) return unbound(call, platform);
  return everyAddress(call, (each) => unbound(each, platform));
}

function unbound(call: SocketCall, platform: Platform): SyscallStep[] {
  const family = familyOf(call, call.host);
  if (platform !== "win32") return [socket(family, "SOCK_STREAM"), connect(call)];
  const any = bind(wildcardOf(family), "0", "ConnectEx wants a bound socket");
  return [socket(family, "SOCK_STREAM"), ...v6Only(family, undefined), any, connect(call)];
}

function tcpConnectFrom(call: SocketCall, platform: Platform): SyscallStep[] {
  // libuv reads the address as one of the remote's family, and fails with EINVAL before there is a socket.
  if (localIsOfOtherFamily(call) || localIsNoAddress(call)) return [];
  const family = familyOf(call, call.host, call.localAddress);
  const { reusePort: _, ipv6Only: __, ...plain } = call;
  const host = shown(call.localAddress, "localAddress", wildcardOf(family));
  const steps = boundTcp(plain, family, platform, host, shown(call.localPort, "localPort", 0));
  return [...steps.slice(0, -1), bindTowardsName(call, steps.at(-1) as SyscallStep), connect(call)];
}

function udpBind(call: SocketCall, platform: Platform): SyscallStep[] {
  // libuv lets others have the port of a descriptor that it is given, and binds nothing.
  if (call.fd !== undefined)
    return platform === "win32"
      ? []
      : reuseAddr({ known: true }, platform).map((step) => ({ ...step, note: "on the descriptor" }));
  // It reads the address as one of the socket's family, and fails with EINVAL before there is a socket.
  if (isOfOtherFamily(call)) return [];
  const family = udpFamily(call);
  // Joining a group on an unbound socket binds it, with reuseAddr and none of the socket's own options.
  if (call.api === "dgram.Socket#addMembership") return joined(call, family, platform);
  const joinsFirst = call.joinsFirst === true;
  const before = joinsFirst ? joined(call, family, platform, "joining binds") : [];
  // libuv takes ipv6Only for IPv6 alone: else it fails with EINVAL, and asks the kernel for nothing.
  if (family === 4 && isTrue(call.ipv6Only)) return before;
  const made = joinsFirst ? [] : [socket(family, "SOCK_DGRAM")];
  const share = reusePort(call.reusePort, platform);
  const reuse = reuseAddr(call.reuseAddr, platform);
  const only = family === 4 ? [] : when(call.ipv6Only, "ipv6Only", setsockopt("IPV6_V6ONLY"));
  const bound = bind(shown(call.host, "host", wildcardOf(family)), shown(call.port, "port", 0));
  const tooLate = { fails: "EINVAL", note: "the socket is bound already" };
  return upToFailure([
    ...before,
    ...(platform === "win32" ? [...share, ...made, ...reuse] : [...made, ...reuse, ...share]),
    ...(joinsFirst
      ? [...only, bound].map((step) => ({ ...step, ...tooLate }))
      : [...only, bound, ...join(call, family)]),
  ]);
}

/** A membership of a socket that nothing has bound. */
function joined(call: SocketCall, family: Family, platform: Platform, note?: string): SyscallStep[] {
  return [
    socket(family, "SOCK_DGRAM"),
    ...reuseAddr({ known: true }, platform),
    bind(wildcardOf(family), "0", note),
    ...join(call, family),
  ];
}

/** The user of a datagram socket cannot avoid the bind: libuv makes it before connect() and before the first send(). */
function udpConnect(call: SocketCall, platform: Platform): SyscallStep[] {
  const family = udpFamily(call);
  const { host: _, port: __, ...unbound } = call;
  const bound = udpBind(
    { ...unbound, op: "bind", family: family === "unknown" ? "unknown" : { known: family } },
    platform,
  );
  return bound.length === 0 ? [] : upToFailure([...bound, connect(call)]);
}

function udpFamily(call: SocketCall): Family {
  const family = familyOf(call, call.host);
  return family === "unknown" && call.family === undefined ? 4 : family;
}

function wildcardOf(family: Family): string {
  return family === "unknown" ? "the wildcard address" : family === 6 ? "::" : "0.0.0.0";
}

/** A worker asks the primary to bind, unless the call says that the port is its own affair. */
function inCluster(call: SocketCall, platform: Platform, steps: SyscallStep[]): SyscallStep[] {
  const own = call.fd === undefined && (isTrue(call.exclusive) || isTrue(call.reusePort));
  if (own || call.api === "net.BoundSocket") return steps.map((step) => ({ ...step, by: "worker" }));

  const primary = (step: SyscallStep): SyscallStep => ({ ...step, by: "primary" });
  if (call.transport === "udp") {
    if (platform === "win32" || steps.length === 0) return [];
    const adopted = reuseAddr({ known: true }, platform).map((step): SyscallStep => ({
      ...step,
      by: "worker",
      note: "on the descriptor it was sent",
    }));
    // The primary binds; what comes after that is the worker's.
    const bound = steps.findIndex((step) => step.name === "bind") + 1;
    const own = steps.slice(bound).map((step): SyscallStep => ({ ...step, by: "worker" }));
    return [...steps.slice(0, bound).map(primary), ...adopted, ...own];
  }
  const policy = call.schedulingPolicy ?? (platform === "win32" ? "none" : "rr");
  if (policy === "rr") return steps.map(primary);
  return steps.map((step) => (step.name === "listen" ? { ...step, by: "worker" } : primary(step)));
}

function upToFailure(steps: SyscallStep[]): SyscallStep[] {
  const failing = steps.findIndex((step) => step.fails !== undefined && step.if === undefined);
  return failing === -1 ? steps : steps.slice(0, failing + 1);
}
