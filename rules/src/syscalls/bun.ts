/** Bun: its own servers and its node:net, node:http and node:dgram. All end in uSockets. */
import {
  bind,
  bindTowardsName,
  connect,
  everyAddress,
  familyOf,
  isName,
  isTrue,
  join,
  listen,
  literalFamily,
  localIsNoAddress,
  localIsOfOtherFamily,
  setsockopt,
  shown,
  socket,
  unixConnect,
  unixListen,
  v6Only,
  when,
  type Family,
} from "./steps.ts";
import { clusterListen } from "../process/cluster-listens.ts";
import { taken } from "./taken.ts";
import type { Given, Platform, SocketCall, SyscallStep } from "./types.ts";

/** Bun never passes the backlog on. */
const backlog = 512;

export function bunCalls(given: SocketCall, platform: Platform): SyscallStep[] {
  const call = taken(given, { name: "bun" });
  const module = call.api.split(".")[0];
  if (call.fd !== undefined || call.api === "net.BoundSocket") return [];

  if (call.op === "connect")
    return platform === "win32" ? [] : call.transport === "udp" ? udpConnect(call, platform) : tcpConnect(call);
  if (call.transport === "udp" && (platform === "win32" || call.api === "dgram.Socket#addMembership")) return [];
  if (call.transport === "udp") {
    const steps = udpBind(call, platform);
    return call.clusterRole === "worker" && module !== "bun" ? inCluster(call, platform, steps) : steps;
  }
  if (call.clusterRole !== "worker") return tcpListen(call, platform);
  if (platform !== "linux") return [];
  // In a worker these bind by themselves, with both options and whatever the call says (fact `bun-cluster-shares`).
  const shares = clusterListen(call.api, "bun") === "kernel";
  const steps = tcpListen(shares ? { ...call, reusePort: { known: true } } : call, platform);
  if (shares || module === "bun") return steps.map((step) => ({ ...step, by: "worker" }));
  // Of servers with TLS the primary has the socket, and the worker makes it listen.
  const secure = module === "tls" || call.api.startsWith("http2.Http2SecureServer#");
  return inCluster(secure ? { ...call, schedulingPolicy: "none" } : call, platform, steps);
}

function tcpListen(call: SocketCall, platform: Platform): SyscallStep[] {
  if (refusesHost(call)) return [];
  if (call.path !== undefined) return platform === "win32" ? [] : unixListen(call, undefined, backlog);
  const family = call.host === undefined ? 6 : familyOf(call, call.host);
  const end = [
    ...v6Only(family, call.ipv6Only),
    bind(shown(call.host, "host", "::"), shown(call.port, "port", 0)),
    listen(undefined, backlog),
  ];
  if (platform === "win32") {
    return [
      socket(family, "SOCK_STREAM"),
      ...when(exclusiveOnWindows(call), "exclusive", setsockopt("SO_EXCLUSIVEADDRUSE")),
      ...when(call.reusePort, "reusePort", setsockopt("SO_REUSEADDR")),
      ...end,
    ];
  }
  // reusePort stands for both options in uSockets, and every listening socket then gets SO_REUSEADDR once more.
  const both = platform === "linux" ? ["SO_REUSEADDR", "SO_REUSEPORT"] : ["SO_REUSEPORT"];
  const shared = both.flatMap((option) => when(call.reusePort, "reusePort", setsockopt(option)));
  return [socket(family, "SOCK_STREAM"), ...shared, setsockopt("SO_REUSEADDR"), ...end];
}

/** HTTP servers keep the port to themselves there, unless reusePort lets others take it over. */
function exclusiveOnWindows({ api, exclusive, reusePort }: SocketCall): Given<boolean> | undefined {
  if (!/^(?:https?\.|bun\.serve$)/.test(api)) return exclusive;
  return reusePort === "unknown" ? undefined : { known: !isTrue(reusePort) };
}

/** It is given a path and a host, and takes one of them alone: node:net and Bun.listen take the path then. */
export function refusesHost({ api, path, host }: SocketCall): boolean {
  return path !== undefined && host !== undefined && /^(?:https?\.|bun\.serve$)/.test(api);
}

function tcpConnect(call: SocketCall): SyscallStep[] {
  const family = familyOf(call, call.host, call.localAddress);
  const hasPort = call.localPort === "unknown" || (call.localPort?.known ?? 0) !== 0;
  if (call.path !== undefined) return unixConnect(call);
  if (localIsNoAddress(call)) return [];
  if (call.localAddress === undefined && !hasPort) {
    const once = (each: SocketCall) => [socket(familyOf(each, each.host), "SOCK_STREAM"), connect(each)];
    if (!isName(call) || call.family) return once(call);
    // Bun's own API tries all of them at once, node:net and what is built on it one after the other.
    return everyAddress(
      call,
      once,
      call.api.startsWith("bun.") ? "with a socket for every address, at once" : undefined,
    );
  }
  const any = family === "unknown" ? "the wildcard address" : family === 6 ? "::" : "0.0.0.0";
  const local = bind(shown(call.localAddress, "localAddress", any), shown(call.localPort, "localPort", 0));
  const steps = [socket(family, "SOCK_STREAM"), setsockopt("SO_REUSEADDR")];
  // The socket is of the remote's family, and the kernel refuses an address of the other one.
  if (localIsOfOtherFamily(call)) return [...steps, { ...local, fails: family === 6 ? "EINVAL" : "EAFNOSUPPORT" }];
  return [...steps, bindTowardsName(call, local, "EAFNOSUPPORT"), connect(call)];
}

function udpBind(call: SocketCall, platform: Platform): SyscallStep[] {
  const stated = familyOf(call, call.host);
  const family = stated === "unknown" && call.family === undefined && call.host === undefined ? 4 : stated;
  const host = shown(call.host, "host", family === 6 ? "::" : "0.0.0.0");
  const bsd = platform === "darwin" ? "SO_REUSEPORT" : "SO_REUSEADDR";
  return [
    socket(family, "SOCK_DGRAM"),
    ...when(call.reuseAddr, "reuseAddr", setsockopt(bsd)),
    ...when(call.reusePort, "reusePort", setsockopt("SO_REUSEPORT")),
    ...v6Only(family, call.ipv6Only),
    bind(host, shown(call.port, "port", 0)),
    ...join(call, family),
    ...peer(call, family),
  ];
}

/** Bun.udpSocket connects to where it is told to, after it is bound. */
function peer({ peer: to }: SocketCall, family: Family): SyscallStep[] {
  if (to === undefined) return [];
  const remote = connect({ api: "bun.udpSocket", op: "connect", transport: "udp", ...to });
  const other = to.host !== "unknown" && literalFamily(to.host.known) === 6 && family === 4;
  return [other ? { ...remote, fails: "EAFNOSUPPORT" } : remote];
}

function udpConnect(call: SocketCall, platform: Platform): SyscallStep[] {
  const family = familyOf(call, call.host);
  const { host: _, port: __, ...unbound } = call;
  return [
    ...udpBind({ ...unbound, op: "bind", ...(family === "unknown" ? {} : { family: { known: family } }) }, platform),
    connect(call),
  ];
}

function inCluster(call: SocketCall, platform: Platform, steps: SyscallStep[]): SyscallStep[] {
  if (platform !== "linux") return [];
  if (isTrue(call.exclusive) || isTrue(call.reusePort)) return steps.map((step) => ({ ...step, by: "worker" }));
  const primary = (step: SyscallStep): SyscallStep => ({ ...step, by: "primary" });
  if (call.transport === "udp")
    return [
      ...steps.map(primary),
      { ...setsockopt("SO_REUSEADDR"), by: "worker", note: "on the descriptor it was sent" },
    ];
  if (call.schedulingPolicy !== "none") return steps.map(primary);
  return [
    ...steps.filter(({ name }) => name !== "listen").map(primary),
    { ...listen(call.backlog, 511), by: "worker" },
  ];
}
